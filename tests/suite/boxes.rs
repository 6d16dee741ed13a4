//! Boxes at their edges: corners in another order, boxes without area, boxes that coincide, targets that are none.

use microloss::{BoxGiou, BoxIou, Error, Loss, Reduction};

/// Value and gradient of one box under both losses.
fn both(row: [f32; 4], truth: [f32; 4]) -> [(f32, [f32; 4]); 2] {
    let (mut iou, mut giou) = ([row], [row]);
    let of_iou = BoxIou::new().value_and_gradient_in_place(&mut iou, &[truth], Reduction::Sum).unwrap();
    let of_giou = BoxGiou::new().value_and_gradient_in_place(&mut giou, &[truth], Reduction::Sum).unwrap();
    [(of_iou, iou[0]), (of_giou, giou[0])]
}

#[test]
fn each_corner_has_the_gradient_of_its_edge() {
    let truth = [0.0, 0.0, 2.0, 2.0];
    for (row, gradient) in [
        ([1.0, 0.0, 2.0, 2.0], [0.5, 0.0, 0.0, 0.0]),
        ([2.0, 2.0, 1.0, 0.0], [0.0, 0.0, 0.5, 0.0]),
        ([2.0, 0.0, 1.0, 2.0], [0.0, 0.0, 0.5, 0.0]),
    ] {
        // The hull is the true box in all of them: both losses are one.
        assert_eq!(both(row, truth), [(0.5, gradient); 2], "{row:?}");
    }
}

#[test]
fn boxes_that_coincide_cost_nothing() {
    for size in [1e-30, 1.0, 1e30] {
        let row = [-size, 0.0, size, 2.0 * size];
        assert_eq!(both(row, row), [(0.0, [0.0; 4]); 2], "{size:e}");
    }
}

#[test]
fn boxes_without_area() {
    let point = |x: f32| [x; 4];
    assert_eq!(both(point(1.0), point(1.0)), [(1.0, [0.0; 4]); 2]);
    let [iou, giou] = both(point(1.0), point(3.0));
    assert_eq!((iou, giou.0), ((1.0, [0.0; 4]), 2.0));
    // A point inside of the true box, and a line across it, which grows.
    let truth = [0.0, 0.0, 2.0, 2.0];
    assert_eq!(both(point(1.0), truth), [(1.0, [0.0; 4]); 2]);
    let [(value, gradient), _] = both([1.0, 0.0, 1.0, 2.0], truth);
    assert_eq!(value, 1.0);
    assert!(gradient[0] > 0.0 && gradient[2] < 0.0, "{gradient:?}");
}

#[test]
fn boxes_apart_are_drawn_together() {
    let truth = [3.0, 3.0, 4.0, 4.0];
    let mut last = 2.0;
    for at in [-1000.0, -10.0, 0.0, 1.5] {
        let [iou, (value, gradient)] = both([at, at, at + 1.0, at + 1.0], truth);
        assert_eq!(iou, (1.0, [0.0; 4]), "{at}");
        assert!(value > 1.0 && value < last, "{at}: {value}");
        assert!(gradient[2] < 0.0 && gradient[3] < 0.0, "{at}: {gradient:?}");
        last = value;
    }
}

#[test]
fn targets_that_are_no_boxes_are_refused() {
    for (truth, at, requirement) in [
        ([0.0, 0.0, -1.0, 1.0], -1.0, "the larger one of two corners"),
        ([0.0, 2.0, 1.0, 1.0], 1.0, "the larger one of two corners"),
        ([0.0, 0.0, f32::INFINITY, 1.0], f32::INFINITY, "finite"),
    ] {
        let mut row = [[0.0, 0.0, 1.0, 1.0]; 2];
        let refused = BoxGiou::new().value_and_gradient_in_place(
            &mut row,
            &[[0.0, 0.0, 1.0, 1.0], truth],
            Reduction::Mean,
        );
        assert_eq!(refused, Err(Error::Target { row: 1, value: at, requirement }));
        assert_eq!(row, [[0.0, 0.0, 1.0, 1.0]; 2], "something was written");
    }
    let nan = BoxIou::new().value(&[[0.0; 4]], &[[f32::NAN, 0.0, 1.0, 1.0]], Reduction::Mean);
    assert!(matches!(nan, Err(Error::Target { row: 0, value, .. }) if value.is_nan()));
}
