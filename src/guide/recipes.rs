//! How to plug a loss into firmware: twelve short programs, each compiled and run by `cargo test`.
//!
//! # A batch from a sensor stream
//!
//! Samples collect in vectors of fixed capacity; a full batch, or what the stream left at its end, is one call. K and N are const
//! generics: the same code serves every shape.
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
//! /// The mean loss, and the gradient in place of the logits.
//! fn finish<const K: usize, const N: usize>(batch: &mut Batch<K, N>) -> Result<f32, Error> {
//!     let value = SoftmaxCrossEntropy::new().value_and_gradient_in_place(
//!         &mut batch.logits, &batch.labels, Reduction::Mean)?;
//!     // Here: back through the network. Then:
//!     (batch.logits, batch.labels) = (Vec::new(), Vec::new());
//!     Ok(value)
//! }
//!
//! let mut batch = Batch::<2, 4> { logits: Vec::new(), labels: Vec::new() };
//! let mut values = Vec::<f32, 8>::new();
//! for label in [0, 1, 1, 0, 1, 0] {
//!     batch.logits.push([0.5; 2]).expect("a full batch was finished");
//!     batch.labels.push(label).expect("as many as logits");
//!     if batch.labels.is_full() {
//!         values.push(finish(&mut batch)?).expect("few batches");
//!     }
//! }
//! // Two samples are left.
//! assert_eq!(batch.labels.len(), 2);
//! values.push(finish(&mut batch)?).expect("few batches");
//! assert_eq!(values, [core::f32::consts::LN_2; 2]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A DMA buffer, without a copy
//!
//! A transfer leaves numbers in a row. `as_chunks` sees them as rows, and hands back what fills none.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
//!
//! // One half of a double buffer, while the other fills: seven numbers, of which the last has no company yet.
//! let buffer: &[f32] = &[0.0, 0.0, 2.0, 2.0, -1.0, -1.0, 9.0];
//! let (logits, rest) = buffer.as_chunks::<2>();
//! assert_eq!((logits.len(), rest), (3, &[9.0][..]));
//!
//! // The gradient is flat too: the next layer reads it so.
//! let mut flat = [0.0; 6];
//! let target = [[0.75, 0.25], [0.25, 0.75], [0.5, 0.5]];
//! let (gradient, _) = flat.as_chunks_mut::<2>();
//! let value =
//!     SoftmaxCrossEntropyDense::new().value_and_gradient(logits, &target, Reduction::Sum, gradient)?;
//! assert!((value - 3.0 * core::f32::consts::LN_2).abs() < 1e-6);
//! assert_eq!(flat, [-0.25, 0.25, 0.25, -0.25, 0.0, 0.0]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # One buffer
//!
//! Where there is no room for a gradient beside the predictions, it takes their place: the same bits. An error leaves the
//! predictions as they are.
//!
//! ```
//! use microloss::{Huber, Loss, Reduction};
//!
//! let mut buffer = [3.0, -0.5, 1.0];
//! let value = Huber::new(1.0).value_and_gradient_in_place(&mut buffer, &[0.0; 3], Reduction::Sum)?;
//! assert_eq!((value, buffer), (2.5 + 0.125 + 0.5, [1.0, -0.5, 1.0]));
//!
//! assert!(Huber::new(1.0).value_and_gradient_in_place(&mut buffer, &[0.0; 2], Reduction::Sum).is_err());
//! assert_eq!(buffer, [1.0, -0.5, 1.0]);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Micro-batches
//!
//! A batch of eight that fits in memory only by twos and threes: divide every piece by the eight, and add. `Mean` of the pieces
//! would weigh the short one more. Where rows have weights or are ignored, the number is the sum of what
//! [`denominator`](crate::Loss::denominator) says of the pieces.
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
//! The network was trained elsewhere and stays as it is; only the layer that ends it learns, from the features before it.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! /// What the frozen part makes of a reading: here its sign and size.
//! fn frozen(reading: f32) -> [f32; 2] {
//!     [reading, reading.abs()]
//! }
//!
//! let (readings, labels) = ([-2.0, -1.0, 0.1, -0.1, 1.0, 2.0], [0_u8, 0, 1, 1, 2, 2]);
//! let mut weights = [[0.0_f32; 3]; 3]; // three classes; two features and a bias
//! let mut values = [0.0; 200];
//! for value in &mut values {
//!     let features = readings.map(frozen).map(|[a, b]| [a, b, 1.0]);
//!     let mut rows = features.map(|x| weights.map(|w| w.iter().zip(&x).map(|(w, x)| w * x).sum::<f32>()));
//!     *value = SoftmaxCrossEntropy::new().value_and_gradient_in_place(&mut rows, &labels, Reduction::Mean)?;
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
//! One network says what it hears and how loud: a loss a head, a weight between them, and the sum of both gradients where the
//! heads meet.
//!
//! ```
//! use microloss::{Huber, Loss, Reduction, SoftmaxCrossEntropy};
//!
//! let (features, w_what, w_loud) = ([0.5, 1.0], [[0.0_f32; 2]; 2], [1.0, 1.0]);
//! let mut what = [w_what.map(|w: [f32; 2]| w[0] * features[0] + w[1] * features[1])];
//! let mut loud = [w_loud[0] * features[0] + w_loud[1] * features[1]];
//!
//! let loudness = 0.1; // how much it counts
//! let mut value =
//!     SoftmaxCrossEntropy::new().value_and_gradient_in_place(&mut what, &[1_u8], Reduction::Mean)?;
//! value += loudness * Huber::new(1.0).value_and_gradient_in_place(&mut loud, &[4.0], Reduction::Mean)?;
//! loud[0] *= loudness;
//! assert!((value - (core::f32::consts::LN_2 + 0.1 * 2.0)).abs() < 1e-6);
//!
//! // Into the features: Wᵀ of each head's gradient, added.
//! let into: [f32; 2] = core::array::from_fn(|i| {
//!     w_what.iter().zip(&what[0]).map(|(w, g)| w[i] * g).sum::<f32>() + w_loud[i] * loud[0]
//! });
//! assert_eq!((what, into), ([[0.5, -0.5]], [-0.1, -0.1]));
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A loss of your own
//!
//! One method gives value and slope; batches, reductions, weights and the in-place form follow. The other gives the second
//! derivative, for Newton-type steps: NaN will do where nobody takes any. Check both with a difference quotient, as here.
//!
//! ```
//! use microloss::{Elementwise, Loss, Point, Reduction, Weighted};
//!
//! /// max(0, |p − t| − ε): errors within the tolerance cost nothing.
//! struct Insensitive {
//!     tolerance: f32,
//! }
//!
//! impl Elementwise for Insensitive {
//!     fn point(&self, prediction: f32, target: f32) -> Point {
//!         let d = prediction - target;
//!         // So that NaN is neither within nor beyond, and stays NaN.
//!         if d.abs() <= self.tolerance {
//!             return Point { value: 0.0, slope: 0.0 };
//!         }
//!         Point { value: d.abs() - self.tolerance, slope: if d.is_nan() { d } else { d.signum() } }
//!     }
//!     fn curvature(&self, _: f32, _: f32) -> f32 {
//!         0.0
//!     }
//! }
//!
//! let loss = Insensitive { tolerance: 0.5 };
//! let mut gradient = [0.0; 3];
//! let value = loss.value_and_gradient(&[0.25, 2.0, -1.0], &[0.0; 3], Reduction::Sum, &mut gradient)?;
//! assert_eq!((value, gradient), (1.5 + 0.5, [0.0, 1.0, -1.0]));
//!
//! let quotient = (loss.point(2.0 + 0.125, 0.0).value - loss.point(2.0 - 0.125, 0.0).value) / 0.25;
//! assert_eq!(quotient, loss.point(2.0, 0.0).slope);
//!
//! let weights = [1.0, 0.0, 3.0];
//! let value = Weighted::new(loss, &weights).value(&[0.25, 2.0, -1.0], &[0.0; 3], Reduction::Mean)?;
//! assert_eq!(value, 3.0 * 0.5 / 4.0);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # One loop for every loss
//!
//! `&dyn Loss` costs one indirect call a batch and keeps one copy of the loop in flash; a generic parameter in its place
//! inlines, with a copy for each loss.
//!
//! ```
//! use microloss::{AbsoluteError, Error, Huber, Loss, Reduction, SquaredError};
//!
//! /// Fits a constant to the readings by 100 steps.
//! fn fit(loss: &dyn Loss<Prediction = f32, Target = f32>, readings: &[f32; 5]) -> Result<f32, Error> {
//!     let mut constant = 0.0;
//!     for step in 0..100 {
//!         let mut buffer = [constant; 5];
//!         loss.value_and_gradient_in_place(&mut buffer, readings, Reduction::Mean)?;
//!         constant -= buffer.iter().sum::<f32>() / (1.0 + 0.1 * step as f32);
//!     }
//!     Ok(constant)
//! }
//!
//! let readings = [1.0, 2.0, 3.0, 4.0, 90.0];
//! let mean = fit(&SquaredError::new(), &readings)?;
//! let median = fit(&AbsoluteError::new(), &readings)?;
//! let between = fit(&Huber::new(1.0), &readings)?;
//! assert!((mean - 20.0).abs() < 0.1 && (median - 3.0).abs() < 0.1, "{mean} {median}");
//! assert!((between - 3.0).abs() < 0.5, "{between}");
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A loss chosen at run time
//!
//! From a configuration: a table of losses in flash, which is `Sync`; or an enumeration, which [`Weighted`](crate::Weighted)
//! takes too.
//!
//! ```
//! use microloss::{Elementwise, Huber, Loss, Point, Reduction, SquaredError, Weighted};
//!
//! static TABLE: [&(dyn Loss<Prediction = f32, Target = f32> + Sync); 2] =
//!     [const { &SquaredError::new() }, const { &Huber::new(1.0) }];
//!
//! let configured = 1;
//! assert_eq!(TABLE[configured].value(&[3.0], &[0.0], Reduction::Mean)?, 2.5);
//!
//! enum Any {
//!     Squared(SquaredError),
//!     Huber(Huber),
//! }
//!
//! impl Elementwise for Any {
//!     fn point(&self, prediction: f32, target: f32) -> Point {
//!         match self {
//!             Self::Squared(loss) => loss.point(prediction, target),
//!             Self::Huber(loss) => loss.point(prediction, target),
//!         }
//!     }
//!     fn curvature(&self, prediction: f32, target: f32) -> f32 {
//!         match self {
//!             Self::Squared(loss) => loss.curvature(prediction, target),
//!             Self::Huber(loss) => loss.curvature(prediction, target),
//!         }
//!     }
//! }
//!
//! let loss = if configured == 0 { Any::Squared(SquaredError::new()) } else { Any::Huber(Huber::new(1.0)) };
//! let value = Weighted::new(loss, &[1.0, 0.0]).value(&[3.0, 9.0], &[0.0, 0.0], Reduction::Mean)?;
//! assert_eq!(value, 2.5);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Two losses on one output
//!
//! Overlap and cross-entropy of the same logits, say: the second loss takes a buffer of its own, and a share α of it is `Over` the
//! denominator over α.
//!
//! ```
//! use microloss::{Loss, Reduction, SigmoidCrossEntropy, SigmoidTversky};
//!
//! let (logits, mask, share) = ([[2.0, -1.0, 0.0, 0.5]], [[1.0, 0.0, 0.0, 1.0]], 0.5);
//! let (mut gradient, mut other) = ([[0.0; 4]], [0.0; 4]);
//! let mut value =
//!     SigmoidTversky::dice().value_and_gradient(&logits, &mask, Reduction::Mean, &mut gradient)?;
//! value += SigmoidCrossEntropy::new().value_and_gradient(
//!     logits.as_flattened(), mask.as_flattened(), Reduction::Over(4.0 / share), &mut other,
//! )?;
//! gradient.as_flattened_mut().iter_mut().zip(other).for_each(|(g, other)| *g += other);
//! assert!((value - (0.296_260 + 0.5 * 0.401_854)).abs() < 1e-5, "{value}");
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Labels as bytes
//!
//! Labels come as `u8` from flash or a serial line, and stay so: no copy into another type, one byte each. What is no class is
//! refused, with its row, before anything is written.
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
//! A quantised network ends in bytes q that stand for scale·(q − zero). They become logits in the buffer that then takes the
//! gradient; a second one is not needed.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! let (scale, zero) = (0.25, -3);
//! let outputs: [[i8; 3]; 2] = [[-3, -3, -3], [1, -3, -7]];
//! let mut rows = outputs.map(|row| row.map(|q| scale * f32::from(i16::from(q) - zero)));
//! assert_eq!(rows, [[0.0, 0.0, 0.0], [1.0, 0.0, -1.0]]);
//!
//! let value =
//!     SoftmaxCrossEntropy::new().value_and_gradient_in_place(&mut rows, &[0_u8, 0], Reduction::Mean)?;
//! // ½·(ln 3 + ln(1 + e⁻¹ + e⁻²)).
//! assert!((value - 0.5 * (1.098_612 + 0.407_606)).abs() < 1e-6);
//! assert!((rows[0][0] + 1.0 / 3.0).abs() < 1e-6 && (rows[1][0] + 0.5 * 0.334_759).abs() < 1e-6);
//! # Ok::<(), microloss::Error>(())
//! ```
