//! Cost: instructions, flash and stack, and the features that change them.
//!
//! # Instructions
//!
//! Instructions per element of the fused value and gradient, at opt-level 3, in an
//! emulator. `./bench.sh` in `examples/firmware` prints this table:
//!
//! | loss, elements | Cortex-M4F | M4F, `branchless` | Cortex-M3 | Cortex-M0 |
//! |---|---|---|---|---|
//! | [`SquaredError`](crate::SquaredError), 320 | 8.0 | 8.0 | 370 | 599 |
//! | [`Huber`](crate::Huber), 320 | 24 | 24 | 681 | 1116 |
//! | [`LogCosh`](crate::LogCosh), 320 | 68 | 67 | 1944 | 3318 |
//! | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy), 320 | 98 | 84 | 1838 | 3148 |
//! | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy), 32 × 10 | 67 | 40 | 494 | 928 |
//!
//! The page of each loss has its flash, stack and instructions on a Cortex-M4F and a
//! Cortex-M0. `./resources.sh` in `examples/firmware` measures them, and the worst
//! case of other inputs: `examples/firmware/README.md` has the whole table.
//!
//! # A core without an FPU
//!
//! Each operation on an `f32` is a call there, of a function that comes with the compiler.
//! Those of GCC's libgcc are shorter, and compute the same bits. With GCC 12.2 all losses
//! together take 24 % fewer instructions on a Cortex-M3, one alone 5 to 36 %. To link them,
//! name the library in your `.cargo/config.toml`:
//!
//! ```toml
//! [target.thumbv7m-none-eabi]
//! rustflags = [
//!     "-C", "link-arg=-Tlink.x",
//!     "-L", "native=/usr/lib/gcc/arm-none-eabi/12.2.1/thumb/v7-m/nofp",
//!     "-l", "static:-bundle=gcc",
//! ]
//! ```
//!
//! `arm-none-eabi-gcc -mcpu=cortex-m3 -mthumb -print-libgcc-file-name` prints the folder.
//! `./libgcc.sh ./digests.sh small` and `./libgcc.sh ./bench.sh` in `examples/firmware`
//! compare the bits and count the instructions.
//!
//! # A training step
//!
//! A training step of `examples/digits` on a Cortex-M4F takes 1.15 million instructions
//! (`cargo run --release --bin digits` in `examples/firmware`). The loss is
//! [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of 32 rows of 10 logits, at 67.3
//! instructions per element (`./resources.sh` there): 21 536 instructions, or 1.9 %.
//!
//! # A control loop
//!
//! A loop with a deadline asks for the worst case. The most instructions of one call for
//! one sample, over 3000 inputs of every kind (infinities, NaN and any bits among them),
//! at opt-level `s`:
//!
//! | loss | Cortex-M4F | Cortex-M33 | RISC-V, no FPU | Cortex-M0 |
//! |---|---|---|---|---|
//! | [`SquaredError`](crate::SquaredError) | 41 | 40 | 828 | 1167 |
//! | [`Huber`](crate::Huber) | 61 | 58 | 1504 | 2233 |
//! | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | 169 | 163 | 2618 | 4209 |
//! | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of 3 classes | 598 | 588 | 4373 | 7504 |
//!
//! At 64 MHz and one instruction a cycle, 598 instructions are 9.3 µs. That is an
//! estimate: a core takes up to two cycles for one, and more where it waits for the flash.
//! `examples/starter/measure/run.sh` prints the counts. `examples/starter` has times of
//! a whole step on six boards.
//!
//! # A desktop
//!
//! With default features a desktop is slower than the better of PyTorch and JAX wherever
//! an exponential is, because libm's functions do not become vectors: 2.3 times for
//! [`LogCosh`](crate::LogCosh), 4.3 for
//! [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) and 5.8 for
//! [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of 1000 classes, on one thread. The
//! feature `branchless` turns the loops into vectors. With `-C target-cpu=native` in
//! `RUSTFLAGS` these three take 0.48, 0.42 and 0.87 of the time of the better one.
//! [`Ctc`](crate::Ctc) of 128 frames takes a quarter. Divergences of 1000 classes take
//! twice the time or more, and contrastive losses of 1024 pairs five times.
//! `examples/bench` measures it, beside ndarray, candle and Burn, and `peers.py` there
//! beside PyTorch and JAX.
//!
//! # Features
//!
//! All are off by default and additive. None changes a signature.
//!
//! | feature | brings | costs |
//! |---|---|---|
//! | `micromath` | micromath's `exp` and `ln`, guarded, instead of libm's. The exponentials of softmax and sigmoid, softplus and log-cosh stay as they are. | Relative errors rise from a few ULP to 3e-3 in results that take another exponential or a logarithm, the value of softmax cross-entropy too; to 1e-2 if two meet, and to 2e-2 near the goal of [`Exo`](crate::Exo). On a Cortex-M4F it takes more instructions, not fewer. |
//! | `branchless` | polynomials without a branch instead of libm's `exp`, `ln` and `ln_1p`, also within 1 ULP. It takes precedence over `exact` and `micromath`. | The last bits differ from libm's. Without an FPU a softmax takes three to four times the instructions. |
//! | `exact` | `exp`, `ln`, `ln_1p` and `exp_m1` in integers, correctly rounded, in place of libm's. Without an FPU a loss that calls them takes a third (`Ppo`) to two thirds (`BernoulliNll`) of the instructions. It takes precedence over `micromath`. | The last bits differ from libm's. 0.8 to 1.7 kB of flash. With an FPU it takes more instructions than libm. Softmax, sigmoid and log-cosh keep their own exponentials. |
//! | `heapless` | results of unknown length in vectors of fixed capacity | |
//! | `defmt` | `defmt::Format` on every public type | |
//!
//! Enable `micromath`, `branchless` or `exact` in your application, never in a library: the
//! choice holds for the whole program.
