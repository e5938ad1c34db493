// What React 18 streams, without the zero bytes it leaves where a letter of two bytes did not fit into the end of its buffer.
import { Transform } from 'node:stream'

/** No page holds a zero byte of its own, and no letter of UTF-8 contains one: a browser would show each as a broken letter. */
export function wholeLetters(): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
