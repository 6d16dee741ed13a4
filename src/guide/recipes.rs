//! Recipes: thirteen short programs that use a loss in firmware, each compiled and run by `cargo test`.
//!
//! # A training step
//!
//! A linear classifier: four features, three classes, a batch of two.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! let inputs = [[1.0, 0.0, 2.0, 1.0], [0.0, 3.0, 1.0, 1.0]];
//! let labels = [2_u8, 0];
//! let mut weights = [[0.0_f32; 4]; 3];
//! let dot = |w: [f32; 4], x: [f32; 4]| {
//!     w.iter().zip(&x).map(|(w, x)| w * x).sum::<f32>()
//! };
//! let logits = inputs.map(|x| weights.map(|w| dot(w, x)));
//!
//! let mut gradient = [[0.0; 3]; 2];
//! let value = SoftmaxCrossEntropy::new()
//!     .value_and_gradient(&logits, &labels, Reduction::Mean, &mut gradient)?;
//! assert!((value - 3.0_f32.ln()).abs() < 1e-6);
//!
//! for (slopes, x) in gradient.iter().zip(&inputs) {
//!     for (w, slope) in weights.iter_mut().zip(slopes) {
//!         w.iter_mut().zip(x).for_each(|(w, x)| *w -= 0.1 * slope * x);
//!     }
//! }
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A batch from a sensor stream
//!
//! Samples collect in vectors of fixed capacity. One call takes a full batch, or the
//! rest at the end of the stream. K and N are const generics: the same code serves
//! every shape.
//!
//! ```
//! use heapless::Vec;
//! use microloss::{Error, Loss, Reduction, SoftmaxCrossEntropy};
//!
//! struct Batch<const K: usize, const N: usize> {
//!     logits: Vec<[f32; K], N>,
//!     labels: Vec<u8, N>,
//! }
//!
//! /// Returns the mean loss, and writes the gradient over the logits.
//! fn finish<const K: usize, const N: usize>(
//!     batch: &mut Batch<K, N>,
//! ) -> Result<f32, Error> {
//!     let value = SoftmaxCrossEntropy::new().value_and_gradient_in_place(
//!         &mut batch.logits, &batch.labels, Reduction::Mean)?;
//!     // Here the gradient goes back through the network. Then:
//!     (batch.logits, batch.labels) = (Vec::new(), Vec::new());
//!     Ok(value)
//! }
//!
//! let mut batch = Batch::<2, 4> { logits: Vec::new(), labels: Vec::new() };
//! let mut values = Vec::<f32, 8>::new();
//! for label in [0, 1, 1, 0, 1, 0] {
//!     // A full batch is finished at once, so there is room.
//!     let _ = batch.logits.push([0.5; 2]);
//!     let _ = batch.labels.push(label);
//!     if batch.labels.is_full() {
//!         let _ = values.push(finish(&mut batch)?);
//!     }
//! }
//! // Two samples are left.
//! assert_eq!(batch.labels.len(), 2);
//! let _ = values.push(finish(&mut batch)?);
//! assert_eq!(values, [core::f32::consts::LN_2; 2]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A DMA buffer, without a copy
//!
//! A transfer leaves a flat array of numbers. `as_chunks` sees it as rows, and returns
//! the rest that does not fill a row.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
//!
//! // One half of a double buffer, while the other fills. Of seven numbers the last
//! // is not yet part of a row.
//! let buffer: &[f32] = &[0.0, 0.0, 2.0, 2.0, -1.0, -1.0, 9.0];
//! let (logits, rest) = buffer.as_chunks::<2>();
//! assert_eq!((logits.len(), rest), (3, &[9.0][..]));
//!
//! // The gradient is flat too, as the next layer reads it.
//! let mut flat = [0.0; 6];
//! let target = [[0.75, 0.25], [0.25, 0.75], [0.5, 0.5]];
//! let (gradient, _) = flat.as_chunks_mut::<2>();
//! let value = SoftmaxCrossEntropyDense::new()
//!     .value_and_gradient(logits, &target, Reduction::Sum, gradient)?;
//! assert!((value - 3.0 * core::f32::consts::LN_2).abs() < 1e-6);
//! assert_eq!(flat, [-0.25, 0.25, 0.25, -0.25, 0.0, 0.0]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # One buffer
//!
//! If there is no room for a gradient beside the predictions, it takes their place, with
//! the same bits. After an error the predictions are unchanged.
//!
//! ```
//! use microloss::{Huber, Loss, Reduction};
//!
//! let mut buffer = [3.0, -0.5, 1.0];
//! let loss = Huber::new(1.0);
//! let value =
//!     loss.value_and_gradient_in_place(&mut buffer, &[0.0; 3], Reduction::Sum)?;
//! assert_eq!((value, buffer), (2.5 + 0.125 + 0.5, [1.0, -0.5, 1.0]));
//!
//! let refused =
//!     loss.value_and_gradient_in_place(&mut buffer, &[0.0; 2], Reduction::Sum);
//! assert!(refused.is_err());
//! assert_eq!(buffer, [1.0, -0.5, 1.0]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Micro-batches
//!
//! A batch of eight does not fit in memory, but pieces of two or three do. Divide every
//! piece by eight, and add. `Mean` of the pieces would give the short piece more weight.
//! If rows have weights or are ignored, divide by the sum of
//! [`denominator`](crate::Loss::denominator) over the pieces.
//!
//! ```
//! use microloss::{Loss, Reduction, SquaredError};
//!
//! let (x, t) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], [0.0; 8]);
//! let (loss, w) = (SquaredError::new(), 0.5);
//! let (mut value, mut slope) = (0.0, 0.0);
//! for (x, t) in x.chunks(3).zip(t.chunks(3)) {
//!     let mut buffer = [0.0; 3];
//!     let p = &mut buffer[..x.len()];
//!     p.iter_mut().zip(x).for_each(|(p, x)| *p = w * x);
//!     value += loss.value_and_gradient_in_place(p, t, Reduction::Over(8.0))?;
//!     slope += p.iter().zip(x).map(|(g, x)| g * x).sum::<f32>();
//! }
//! // Mean of (w·x)², and its slope in w: ¼·204/8 and 204/8.
//! assert_eq!((value, slope), (6.375, 25.5));
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # The last layer of a frozen network
//!
//! The network was trained elsewhere and does not change. Only its last layer learns,
//! from the features before it.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! /// Returns the features of a reading: here its sign and size.
//! fn frozen(reading: f32) -> [f32; 2] {
//!     [reading, reading.abs()]
//! }
//!
//! let readings = [-2.0, -1.0, 0.1, -0.1, 1.0, 2.0];
//! let labels = [0_u8, 0, 1, 1, 2, 2];
//! // Three classes; two features and a bias.
//! let mut weights = [[0.0_f32; 3]; 3];
//! let dot = |w: [f32; 3], x: [f32; 3]| {
//!     w.iter().zip(&x).map(|(w, x)| w * x).sum::<f32>()
//! };
//! let mut values = [0.0; 200];
//! for value in &mut values {
//!     let features = readings.map(frozen).map(|[a, b]| [a, b, 1.0]);
//!     let mut rows = features.map(|x| weights.map(|w| dot(w, x)));
//!     *value = SoftmaxCrossEntropy::new()
//!         .value_and_gradient_in_place(&mut rows, &labels, Reduction::Mean)?;
//!     for (slopes, x) in rows.iter().zip(&features) {
//!         for (w, slope) in weights.iter_mut().zip(slopes) {
//!             w.iter_mut().zip(x).for_each(|(w, x)| *w -= slope * x);
//!         }
//!     }
//! }
//! assert!((values[0] - 3.0_f32.ln()).abs() < 1e-6);
//! assert!(values[199] < 0.1, "{}", values[199]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Several heads
//!
//! One network predicts both the class of a sound and its loudness. Each head has a loss,
//! a weight balances the two, and the gradients add up at the shared features.
//!
//! ```
//! use microloss::{Huber, Loss, Reduction, SoftmaxCrossEntropy};
//!
//! let features = [0.5, 1.0];
//! let (w_class, w_loud) = ([[0.0_f32; 2]; 2], [1.0, 1.0]);
//! let dot = |w: [f32; 2]| w[0] * features[0] + w[1] * features[1];
//! let mut class = [w_class.map(dot)];
//! let mut loud = [dot(w_loud)];
//!
//! let share = 0.1; // the weight of the loudness
//! let mut value = SoftmaxCrossEntropy::new()
//!     .value_and_gradient_in_place(&mut class, &[1_u8], Reduction::Mean)?;
//! value += share
//!     * Huber::new(1.0)
//!         .value_and_gradient_in_place(&mut loud, &[4.0], Reduction::Mean)?;
//! loud[0] *= share;
//! assert!((value - (core::f32::consts::LN_2 + 0.1 * 2.0)).abs() < 1e-6);
//!
//! // The gradient of the features: Wᵀ times the gradient of each head, added.
//! let into: [f32; 2] = core::array::from_fn(|i| {
//!     let of_class = w_class.iter().zip(&class[0]).map(|(w, g)| w[i] * g);
//!     of_class.sum::<f32>() + w_loud[i] * loud[0]
//! });
//! assert_eq!((class, into), ([[0.5, -0.5]], [-0.1, -0.1]));
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Two losses on one output
//!
//! For example, overlap and cross-entropy of the same logits. The second loss needs its
//! own buffer. `Over` the denominator divided by α gives it the share α.
//!
//! ```
//! use microloss::{Loss, Reduction, SigmoidCrossEntropy, SigmoidTversky};
//!
//! let logits = [[2.0, -1.0, 0.0, 0.5]];
//! let (mask, share) = ([[1.0, 0.0, 0.0, 1.0]], 0.5);
//! let (mut gradient, mut other) = ([[0.0; 4]], [0.0; 4]);
//! let mut value = SigmoidTversky::dice()
//!     .value_and_gradient(&logits, &mask, Reduction::Mean, &mut gradient)?;
//! value += SigmoidCrossEntropy::new().value_and_gradient(
//!     logits.as_flattened(),
//!     mask.as_flattened(),
//!     Reduction::Over(4.0 / share),
//!     &mut other,
//! )?;
//! let flat = gradient.as_flattened_mut();
//! flat.iter_mut().zip(other).for_each(|(g, other)| *g += other);
//! assert!((value - (0.296_260 + 0.5 * 0.401_854)).abs() < 1e-5, "{value}");
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Labels as bytes
//!
//! Labels come as `u8` from flash or a serial line and need no copy into another type. A
//! label that is not a class is refused, with its row, before anything is written.
//!
//! ```
//! use microloss::{Error, Loss, Reduction, SoftmaxCrossEntropy};
//!
//! let received: &[u8] = b"\x02\x00\xff"; // 255: nobody knew
//! let logits = [[0.0; 3]; 3];
//! let loss = SoftmaxCrossEntropy::new();
//! let refused = loss.value(&logits, received, Reduction::Mean);
//! assert_eq!(refused, Err(Error::Label { row: 2, label: 255, classes: 3 }));
//!
//! let value = loss.ignoring(255).value(&logits, received, Reduction::Mean)?;
//! assert!((value - 3.0_f32.ln()).abs() < 1e-6);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Outputs in `i8`
//!
//! The outputs of a quantised network are bytes q that stand for scale·(q − zero). They
//! become logits in the buffer that then takes the gradient. A second buffer is not needed.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! let (scale, zero) = (0.25, -3);
//! let outputs: [[i8; 3]; 2] = [[-3, -3, -3], [1, -3, -7]];
//! let logit = |q| scale * f32::from(i16::from(q) - zero);
//! let mut rows = outputs.map(|row: [i8; 3]| row.map(logit));
//! assert_eq!(rows, [[0.0, 0.0, 0.0], [1.0, 0.0, -1.0]]);
//!
//! let value = SoftmaxCrossEntropy::new()
//!     .value_and_gradient_in_place(&mut rows, &[0_u8, 0], Reduction::Mean)?;
//! // ½·(ln 3 + ln(1 + e⁻¹ + e⁻²)).
//! assert!((value - 0.5 * (1.098_612 + 0.407_606)).abs() < 1e-6);
//! assert!((rows[0][0] + 1.0 / 3.0).abs() < 1e-6);
//! assert!((rows[1][0] + 0.5 * 0.334_759).abs() < 1e-6);
//! # Ok::<(), microloss::Error>(())
//! ```
