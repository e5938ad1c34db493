// Which PINs a person may not choose.
import { describe, expect, test } from 'vitest'
import { isSimplePin } from '#app/domain/people/pin.ts'

describe('a PIN', () => {
  test.each(['111111', '123456', '654321', '890123', '024680', '121212', '123123', '112233'])('%s is guessed at once', (pin) => {
    expect(isSimplePin(pin)).toBe(true)
  })

  test.each(['246810', '258013', '704192', '100001'])('%s may be chosen', (pin) => {
    expect(isSimplePin(pin)).toBe(false)
  })
})
