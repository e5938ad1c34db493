// Measurements for Prometheus: only for who shows the token that the operator has set; without one the address is not there.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { isBearer } from '#app/server/bearer.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!isBearer(request, context.metricsToken)) return notFound()
  const { text, contentType } = await context.metrics.read(context.now())
  return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
}
