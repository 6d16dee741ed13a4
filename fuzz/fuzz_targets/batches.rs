//! Whole batches of any length. Labels, targets, predictions, reductions and lengths of buffers may be wrong.
#![no_main]

use libfuzzer_sys::fuzz_target;
use microloss::{
    AnyTarget, BernoulliNll, Elementwise, Error, Hinge, Huber, Loss, Reduction, Row, Rowwise,
    SigmoidCrossEntropy, SoftmaxCrossEntropy, Weighted, YesNo,
};

const UNTOUCHED: u32 = 0x4228_0000;

fn bits<R: Row>(rows: &mut [R]) -> Vec<u32> {
    rows.iter_mut()
        .flat_map(|row| row.elements_mut().iter().map(|x| x.to_bits()).collect::<Vec<_>>())
        .collect()
}

/// Checks that an error leaves the output as it was, that calls in place give the same bits, and that the order of rows has no effect.
fn examine<L: Rowwise>(loss: &L, rows: &[L::Row], targets: &[L::Target], reduction: Reduction, outputs: usize)
where
    L::Row: Default,
    L::Target: Clone,
{
    let mut gradient = vec![L::Row::default(); outputs];
    gradient.iter_mut().for_each(|row| row.elements_mut().fill(f32::from_bits(UNTOUCHED)));
    let done = loss.value_and_gradient(rows, targets, reduction, &mut gradient);
    let written = bits(&mut gradient);
    let Ok(value) = done else {
        assert!(written.iter().all(|x| *x == UNTOUCHED), "{done:?} and yet written");
        return;
    };
    assert_eq!(loss.value(rows, targets, reduction).map(f32::to_bits), Ok(value.to_bits()));
    let mut in_place = rows.to_vec();
    let same = loss.value_and_gradient_in_place(&mut in_place, targets, reduction);
    assert_eq!((same.map(f32::to_bits), bits(&mut in_place)), (Ok(value.to_bits()), written.clone()));
    if reduction != Reduction::Mean {
        let (mut rows, mut targets) = (rows.to_vec(), targets.to_vec());
        rows.reverse();
        targets.reverse();
        let mut reversed = rows.clone();
        loss.gradient(&rows, &targets, reduction, &mut reversed).unwrap();
        reversed.reverse();
        assert_eq!(bits(&mut reversed), written, "rows depend on their order");
    }
    let zeros = vec![0.0; rows.len()];
    let absent = Weighted::new(ByReference(loss), &zeros);
    let mut masked = rows.to_vec();
    assert_eq!(absent.value_and_gradient(rows, targets, reduction, &mut masked), Ok(0.0));
    assert!(bits(&mut masked).iter().all(|x| *x == 0));
}

/// Checks that arrays give the same bits, or the same error, as slices.
fn examine_arrays(loss: &impl Elementwise, rows: &[f32], targets: &[f32], reduction: Reduction) {
    let (Some((rows, _)), Some((targets, _))) = (rows.split_first_chunk::<5>(), targets.split_first_chunk())
    else {
        return;
    };
    let (mut of_slice, mut of_array, mut in_place) = ([0.0; 5], [0.0; 5], *rows);
    let expected = outcome(loss.value_and_gradient(rows, targets, reduction, &mut of_slice));
    assert_eq!(outcome(loss.try_value_array(rows, targets, reduction)), expected);
    let value = outcome(loss.try_value_and_gradient_array(rows, targets, reduction, &mut of_array));
    assert_eq!((value, bits(&mut of_array)), (expected.clone(), bits(&mut of_slice)));
    let value = outcome(loss.try_value_and_gradient_in_place_array(&mut in_place, targets, reduction));
    let gradient = if expected.is_ok() { &mut of_slice } else { &mut rows.clone() };
    assert_eq!((value, bits(&mut in_place)), (expected, bits(gradient)));
    let (mut of_slice, done) = ([0.0; 5], loss.try_terms_array(rows, targets));
    assert_eq!(done.is_ok(), loss.terms(rows, targets, &mut of_slice).is_ok());
    assert_eq!(bits(&mut done.unwrap_or_default()), bits(&mut of_slice));
}

/// Returns the bits of a value, or the words of an error: an error may hold a NaN, which is not equal to itself.
fn outcome(value: Result<f32, Error>) -> Result<u32, String> {
    value.map(f32::to_bits).map_err(|error| error.to_string())
}

/// Checks that a call that cannot return an error gives NaN in its place, and writes nothing then.
fn examine_any_target(rows: &[f32], targets: &[f32], reduction: Reduction) {
    let loss = Huber::new(1.5);
    if let (Some((rows, _)), Some((targets, _))) =
        (rows.split_first_chunk::<5>(), targets.split_first_chunk())
    {
        let (mut of_slice, mut of_array) = ([0.0; 5], [0.0; 5]);
        let expected = loss.value_and_gradient(rows, targets, reduction, &mut of_slice).unwrap_or(f32::NAN);
        let value = loss.value_and_gradient_array(rows, targets, reduction, &mut of_array);
        assert_eq!((value.to_bits(), bits(&mut of_array)), (expected.to_bits(), bits(&mut of_slice)));
    }
}

struct ByReference<'a, L>(&'a L);

impl<L: Rowwise> Rowwise for ByReference<'_, L> {
    type Row = L::Row;
    type Target = L::Target;
    fn is_weighted(&self) -> bool {
        self.0.is_weighted()
    }
    fn weight(&self, target: &L::Target) -> f32 {
        self.0.weight(target)
    }
    fn check(&self, row: usize, target: &L::Target) -> Result<(), Error> {
        self.0.check(row, target)
    }
    fn check_prediction(&self, row: usize, prediction: &L::Row) -> Result<(), Error> {
        self.0.check_prediction(row, prediction)
    }
    fn term(&self, row: &L::Row, target: &L::Target) -> f32 {
        self.0.term(row, target)
    }
    fn term_and_gradient(&self, row: &mut L::Row, target: &L::Target, scale: f32) -> f32 {
        self.0.term_and_gradient(row, target, scale)
    }
}

/// Returns a side, and for one byte in 64 a number that is not a side.
fn side(byte: u8) -> f32 {
    match byte % 64 {
        0 => 0.0,
        x if x < 32 => -1.0,
        _ => 1.0,
    }
}

fuzz_target!(|data: &[u8]| {
    let Some(([kind, targets_off, outputs_off, ignored], rest)) = data.split_first_chunk::<4>() else {
        return;
    };
    let numbers: Vec<f32> = microloss_fuzz::words(rest).map(f32::from_bits).collect();
    let Some((over, numbers)) = numbers.split_first() else { return };
    let reduction = [Reduction::Mean, Reduction::Sum, Reduction::Over(*over)][usize::from(*kind) % 3];
    let off = |n: usize, by: u8| if by < 224 { n } else { n.saturating_add_signed(isize::from(by) - 240) };

    let rows = numbers.as_chunks::<3>().0;
    let labels: Vec<u8> = (0..off(rows.len(), *targets_off)).map(|i| rest[i % rest.len()] % 5).collect();
    let loss = SoftmaxCrossEntropy::new().ignoring(*ignored);
    examine(&loss, rows, &labels, reduction, off(rows.len(), *outputs_off));
    let smoothed = loss.with_label_smoothing(0.1).with_class_weights(&[1.0, 0.0, 3.5]);
    examine(&smoothed, rows, &labels, reduction, off(rows.len(), *outputs_off));
    if rows.as_flattened().iter().all(|x| x.is_finite()) {
        let mut gradient = rows.to_vec();
        if loss.gradient(rows, &labels, Reduction::Sum, &mut gradient).is_ok() {
            for row in gradient {
                let sum: f64 = row.iter().map(|g| f64::from(*g)).sum();
                assert!(sum.abs() <= 1e-6, "{row:?} sums to {sum}");
            }
        }
    }
    let targets: Vec<f32> =
        (0..off(numbers.len(), *targets_off)).map(|i| rest[i % rest.len()] as f32 / 255.0).collect();
    examine(&Huber::new(1.5), numbers, &targets, reduction, off(numbers.len(), *outputs_off));
    examine(&SigmoidCrossEntropy::new(), numbers, &targets, reduction, off(numbers.len(), *outputs_off));
    examine_arrays(&Huber::new(1.5), numbers, &targets, reduction);
    examine_arrays(&SigmoidCrossEntropy::new(), numbers, &targets, reduction);
    examine_any_target(numbers, &targets, reduction);

    let sides: Vec<f32> = (0..targets.len()).map(|i| side(rest[i % rest.len()])).collect();
    examine(&Hinge::new(), numbers, &sides, reduction, off(numbers.len(), *outputs_off));
    examine_arrays(&Hinge::new(), numbers, &sides, reduction);
    // The byte 255 makes a prediction that is not a probability.
    let probabilities: Vec<f32> =
        (0..numbers.len()).map(|i| f32::from(rest[i % rest.len()]) / 254.0).collect();
    examine(&BernoulliNll::new(), &probabilities, &targets, reduction, off(targets.len(), *outputs_off));
    examine_arrays(&BernoulliNll::new(), &probabilities, &targets, reduction);
    // One byte in 32 makes a label that is neither yes nor no.
    let labels: Vec<u8> = (0..targets.len()).map(|i| rest[i % rest.len()] % 64 / 31).collect();
    examine(&YesNo::new(Hinge::new()), numbers, &labels, reduction, off(numbers.len(), *outputs_off));
});
