//! Life on a device: eight short programs for what a desktop does not ask for, each compiled and run by `cargo test`.
//!
//! # One sample at a time
//!
//! Most devices see one sample, learn from it and forget it.
//! [`value_and_gradient_of_one`](crate::Loss::value_and_gradient_of_one) takes it
//! without arrays. A number that is already in memory is a batch of one by `from_mut`
//! and `from_ref`.
//!
//! ```
//! use core::slice::{from_mut, from_ref};
//! use microloss::{Huber, Loss, Reduction};
//!
//! let loss = Huber::new(1.0);
//! let (mut weight, target) = (0.0_f32, 3.0);
//! for _ in 0..100 {
//!     // It holds the prediction, then the slope.
//!     let mut number = 2.0 * weight;
//!     loss.value_and_gradient_in_place(
//!         from_mut(&mut number), from_ref(&target), Reduction::Sum)?;
//!     weight -= 0.1 * 2.0 * number;
//! }
//! assert!((weight - 1.5).abs() < 1e-3);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # An autoencoder
//!
//! Its target is its own input: frames of any shape are flat numbers for a loss of one
//! number. `as_flattened` needs no copy.
//!
//! ```
//! use microloss::{Loss, Reduction, SquaredError};
//!
//! let frames = [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0]];
//! let rebuilt = [[0.0, 0.5, 0.0], [1.0, 0.0, 0.5]];
//! let mut gradient = [[0.0; 3]; 2];
//! // A loss per frame: summed over its numbers, and a mean over the two frames.
//! let value = SquaredError::new().value_and_gradient(
//!     rebuilt.as_flattened(),
//!     frames.as_flattened(),
//!     Reduction::Over(2.0),
//!     gradient.as_flattened_mut(),
//! )?;
//! assert_eq!(value, 0.25);
//! assert_eq!(gradient, [[0.0, -0.5, 0.0], [0.0, 0.0, -0.5]]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Labels as an `enum`
//!
//! An `enum` names the classes, and no number can be wrong. See
//! [`Label`](crate::Label) for the whole of it.
//!
//! ```
//! use microloss::{Label, Loss, Reduction, SoftmaxCrossEntropy};
//!
//! #[derive(Clone, Copy, PartialEq)]
//! enum Step { Walk, Run }
//!
//! impl Label for Step {
//!     fn index(self) -> usize { self as usize }
//! }
//!
//! struct Trainer { loss: SoftmaxCrossEntropy<2, Step> }
//!
//! let trainer = Trainer { loss: SoftmaxCrossEntropy::new() };
//! let logits = [[1.0, -1.0], [0.5, 0.5]];
//! let labels = [Step::Walk, Step::Run];
//! let value = trainer.loss.value(&logits, &labels, Reduction::Sum)?;
//! assert!((value - (0.126_928 + 0.693_147)).abs() < 1e-5);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Classes that are taught on the device
//!
//! K is the most classes that there is room for. A class that nobody has taught yet has
//! the logit −∞: its probability and its gradient are 0.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! const ROOM: usize = 4;
//! let taught = 2; // so far
//! let outputs = [[0.3, -0.2, 5.0, 7.0]; 1]; // two of them are not trained
//! let mut rows = outputs.map(|mut row: [f32; ROOM]| {
//!     row.iter_mut().skip(taught).for_each(|x| *x = f32::NEG_INFINITY);
//!     row
//! });
//! SoftmaxCrossEntropy::new()
//!     .value_and_gradient_in_place(&mut rows, &[1_u8], Reduction::Mean)?;
//! assert_eq!(rows[0][2..], [0.0, 0.0]);
//! assert!((rows[0][0] - 0.622_459).abs() < 1e-6);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A voice or a face that is added
//!
//! If an embedding tells the classes, a class is a vector: the mean of its first
//! embeddings. [`CosineClassifier`](crate::CosineClassifier) trains the vectors and the
//! network behind the embeddings. Whatever the room, only the vectors in use are passed.
//!
//! ```
//! use microloss::{CosineClassifier, Reduction};
//!
//! const ROOM: usize = 4;
//! let mut voices = [[0.0; 2]; ROOM];
//! voices[..2].copy_from_slice(&[[1.0, 0.1], [-0.2, 1.0]]);
//! // A third voice speaks twice.
//! let spoken = [[-1.0, -0.4], [-0.8, -0.6]];
//! voices[2] = [-0.9, -0.5];
//! let taught = 3;
//!
//! let loss = CosineClassifier::new(16.0).with_angular_margin(0.5);
//! let mut scratch = [0.0; CosineClassifier::scratch_len(ROOM, 2)];
//! let (mut of_spoken, mut of_voices) = ([[0.0; 2]; 2], [[0.0; 2]; ROOM]);
//! let mut step = || {
//!     let value = loss.value_and_gradient(
//!         &spoken,
//!         &[2_u8, 2],
//!         &voices[..taught],
//!         Reduction::Mean,
//!         &mut of_spoken,
//!         &mut of_voices[..taught],
//!         &mut scratch,
//!     )?;
//!     for (x, g) in voices.as_flattened_mut().iter_mut().zip(of_voices.as_flattened()) {
//!         *x -= 0.01 * g;
//!     }
//!     Ok::<f32, microloss::Error>(value)
//! };
//! let first = step()?;
//! assert!(step()? <= first);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Weights from what the device has seen
//!
//! Count the labels, turn counts into weights, and let the loss own them. A class that
//! has not occurred has weight 0.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//! use microloss::inverse_frequency_weights;
//!
//! let mut counts = [0_u32; 3];
//! for label in [0_u8, 0, 0, 1] {
//!     counts[usize::from(label)] += 1;
//! }
//! let mut weights = [0.0; 3];
//! inverse_frequency_weights(&counts, &mut weights)?;
//! let loss = SoftmaxCrossEntropy::new().with_owned_class_weights(weights);
//! let rows = [[0.0; 3]; 2];
//! // A mean over the weights: ⅔·ln 3 + 2·ln 3, over ⅔ + 2.
//! let value = loss.value(&rows, &[0_u8, 1], Reduction::Mean)?;
//! assert!((value - 3.0_f32.ln()).abs() < 1e-6);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A step in pieces, for a watchdog or a control loop
//!
//! A loop with a deadline cannot wait for a batch. Take a few rows at a time and divide
//! each piece by the denominator of the whole batch: the gradient has the same bits as
//! in one call. A piece takes at most its rows times the `worst` instructions of
//! `examples/firmware/README.md`.
//!
//! ```
//! use microloss::{Loss, Reduction, SquaredError};
//!
//! let loss = SquaredError::new();
//! let (predictions, targets) = ([1.0, 2.0, 3.0, 4.0, 5.0], [0.0; 5]);
//! let mut whole = [0.0; 5];
//! loss.value_and_gradient(&predictions, &targets, Reduction::Mean, &mut whole)?;
//!
//! let over = Reduction::Over(loss.denominator(&targets)?);
//! let (mut gradient, mut value) = ([0.0; 5], 0.0);
//! for first in (0..5).step_by(2) {
//!     let piece = first..(first + 2).min(5);
//!     value += loss.value_and_gradient(
//!         &predictions[piece.clone()],
//!         &targets[piece.clone()],
//!         over,
//!         &mut gradient[piece],
//!     )?;
//!     // Here: feed the watchdog, read the sensor, set the motor.
//! }
//! assert_eq!((value, gradient), (11.0, whole));
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Interrupts
//!
//! A call has no state of its own, takes no lock and masks no interrupt. It can be
//! interrupted anywhere, and an interrupt may compute a loss itself. Only the caller's
//! buffers are shared: a DMA transfer or an interrupt must not write the predictions
//! during a call. So fill one half of a buffer and train on the other. Train at the
//! lowest priority, so that sensor and motor come first: in RTIC a task of priority 1
//! below that of the sensor, in embassy a task of the thread's executor while the sensor
//! has one of interrupts. `examples/starter` has both frameworks.
//!
//! ```
//! use core::sync::atomic::{AtomicUsize, Ordering};
//! use microloss::{AbsoluteError, Loss, Reduction};
//!
//! // The interrupt stores the half that is full.
//! static FULL: AtomicUsize = AtomicUsize::new(1);
//! let halves = [[0.0; 2], [1.0, 3.0]];
//! let readings = &halves[FULL.load(Ordering::Acquire) % 2];
//! let value = AbsoluteError::new().value(readings, &[0.0; 2], Reduction::Mean)?;
//! assert_eq!(value, 2.0);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Weights that survive a reset
//!
//! Bits are the same everywhere, so a checksum of the weights' bits finds a page that
//! was cut off, and a desktop can repeat the training from them.
//!
//! ```
//! /// Returns a sum over the bits, after Fletcher.
//! fn checksum(weights: &[f32]) -> u32 {
//!     let (a, b) = weights.iter().fold((1_u32, 0_u32), |(a, b), w| {
//!         let a = a.wrapping_add(w.to_bits());
//!         (a, b.wrapping_add(a))
//!     });
//!     a ^ b.rotate_left(16)
//! }
//!
//! let weights = [0.25_f32, -1.5];
//! let mut page = [0_u8; 12];
//! let words = weights.iter().map(|w| w.to_bits()).chain([checksum(&weights)]);
//! for (bytes, word) in page.chunks_exact_mut(4).zip(words) {
//!     bytes.copy_from_slice(&word.to_le_bytes());
//! }
//!
//! // After the reset:
//! let (words, _) = page.as_chunks::<4>();
//! let read = [words[0], words[1]].map(f32::from_le_bytes);
//! assert_eq!(u32::from_le_bytes(words[2]), checksum(&read));
//! assert_eq!(read, weights);
//! ```
