;; The three searches that pass over every byte of a mailbox, 16 bytes at a time. Text: kernel.wat; what is loaded is
;; kernel-module.ts, made from it by scripts/kernel.ts.
;; Memory: bytes 0..8191 are a table of bits (see mayQuote), the window begins at 65536. Loads may reach 32 bytes past
;; the end that a caller gives, so the window is followed by room that is never meant.
(module
  (memory (export "memory") 1)

  ;; Place of the line feed of the next "\nFrom " in [at, end), -1 when there is none.
  (func (export "nextFrom") (param $at i32) (param $end i32) (result i32)
    (local $mask i32) (local $place i32)
    (block $none
      (loop $blocks
        (br_if $none (i32.ge_s (local.get $at) (local.get $end)))
        ;; 32 bytes: a line feed with an "F" after it
        (if (v128.any_true
              (v128.or
                (v128.and
                  (i8x16.eq (v128.load (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                  (i8x16.eq (v128.load offset=1 (local.get $at)) (v128.const i8x16 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70)))
                (v128.and
                  (i8x16.eq (v128.load offset=16 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                  (i8x16.eq (v128.load offset=17 (local.get $at)) (v128.const i8x16 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70)))))
          (then
            (local.set $mask
              (i32.or
                (i8x16.bitmask
                  (v128.and
                    (i8x16.eq (v128.load (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                    (i8x16.eq (v128.load offset=1 (local.get $at)) (v128.const i8x16 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70))))
                (i32.shl
                  (i8x16.bitmask
                    (v128.and
                      (i8x16.eq (v128.load offset=16 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                      (i8x16.eq (v128.load offset=17 (local.get $at)) (v128.const i8x16 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70 70))))
                  (i32.const 16))))
            (loop $bits
              (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $mask))))
              (if (i32.and
                    ;; "From"
                    (i32.eq (i32.load offset=1 align=1 (local.get $place)) (i32.const 0x6d6f7246))
                    (i32.eq (i32.load8_u offset=5 (local.get $place)) (i32.const 32)))
                (then
                  (if (i32.le_s (i32.add (local.get $place) (i32.const 6)) (local.get $end))
                    (then (return (local.get $place))))
                  (return (i32.const -1))))
              (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
              (br_if $bits (local.get $mask)))))
        (local.set $at (i32.add (local.get $at) (i32.const 32)))
        (br $blocks)))
    (i32.const -1))

  ;; Place after the first empty line, which begins after a line feed in [at, end); -1 when there is none.
  (func (export "emptyLine") (param $at i32) (param $end i32) (result i32)
    (local $mask i32) (local $place i32) (local $next i32)
    (block $none
      (loop $blocks
        (br_if $none (i32.ge_s (local.get $at) (local.get $end)))
        (local.set $mask
          (i8x16.bitmask
            (v128.and
              (i8x16.eq (v128.load (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
              (v128.or
                (i8x16.eq (v128.load offset=1 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))
                (i8x16.eq (v128.load offset=1 (local.get $at)) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))))))
        (block $done
          (loop $bits
            (br_if $done (i32.eqz (local.get $mask)))
            (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (local.set $next
              (if (result i32) (i32.eq (i32.load8_u offset=1 (local.get $place)) (i32.const 10))
                (then (i32.add (local.get $place) (i32.const 2)))
                (else
                  (if (result i32) (i32.eq (i32.load8_u offset=2 (local.get $place)) (i32.const 10))
                    (then (i32.add (local.get $place) (i32.const 3)))
                    (else (i32.const 0))))))
            (if (local.get $next)
              (then
                (if (i32.le_s (local.get $next) (local.get $end)) (then (return (local.get $next))))
                (return (i32.const -1))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br $bits)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (i32.const -1))

  ;; Whether a colon in [at, end) ends a line, follows a space, an unbreakable space, "*" or ">", or follows three bytes
  ;; whose hash is set in the table of bits; or whether the first byte of the wide colon of CJK text is there with its second.
  (func (export "mayQuote") (param $at i32) (param $end i32) (result i32)
    (local $mask i32) (local $place i32) (local $last i32) (local $hash i32) (local $chunk v128)
    (block $none
      (loop $blocks
        (br_if $none (i32.ge_s (local.get $at) (local.get $end)))
        (local.set $chunk (v128.load (local.get $at)))
        (local.set $mask
          (i8x16.bitmask
            (v128.or
              (i8x16.eq (local.get $chunk) (v128.const i8x16 58 58 58 58 58 58 58 58 58 58 58 58 58 58 58 58))
              (i8x16.eq (local.get $chunk) (v128.const i8x16 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17 -17)))))
        (block $done
          (loop $bits
            (br_if $done (i32.eqz (local.get $mask)))
            (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (br_if $none (i32.ge_s (local.get $place) (local.get $end)))
            (if (i32.eq (i32.load8_u (local.get $place)) (i32.const 0xef))
              (then
                (if (i32.eq (i32.load16_u offset=1 align=1 (local.get $place)) (i32.const 0x9abc))
                  (then (return (i32.const 1)))))
              (else
                (local.set $last (i32.load8_u (i32.sub (local.get $place) (i32.const 1))))
                (local.set $hash
                  (i32.shr_u
                    (i32.mul
                      (i32.shr_u (i32.load align=1 (i32.sub (local.get $place) (i32.const 4))) (i32.const 8))
                      (i32.const 0x9e3779b1))
                    (i32.const 16)))
                (if (i32.or
                      (i32.or
                        (i32.or
                          (i32.eq (i32.load8_u offset=1 (local.get $place)) (i32.const 10))
                          (i32.eq (i32.load8_u offset=1 (local.get $place)) (i32.const 13)))
                        (i32.or
                          (i32.eq (local.get $last) (i32.const 32))
                          (i32.eq (local.get $last) (i32.const 0xa0))))
                      (i32.or
                        (i32.or
                          (i32.eq (local.get $last) (i32.const 42))
                          (i32.eq (local.get $last) (i32.const 62)))
                        (i32.or
                          (i32.eq (i32.add (local.get $place) (i32.const 1)) (local.get $end))
                          (i32.and
                            (i32.shr_u
                              (i32.load8_u (i32.shr_u (local.get $hash) (i32.const 3)))
                              (i32.and (local.get $hash) (i32.const 7)))
                            (i32.const 1)))))
                  (then (return (i32.const 1))))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br $bits)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (i32.const 0)))
