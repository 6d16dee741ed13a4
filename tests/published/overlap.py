"""Losses of label sets, regions and sequences, and the robust cross-entropies."""

import jax
import optax
import torch
import torch.nn.functional as F
from monai.losses import DiceLoss
from peers import formula, jax_peer, torch_peer, vectors


def lines():
    def box_index(x, t, of_hull):
        # torchvision's generalized_box_iou_loss with eps=0.
        low, high = torch.maximum(x[:, :2], t[:, :2]), torch.minimum(x[:, 2:], t[:, 2:])
        shared = (high - low).clamp(min=0).prod(1)
        union = (x[:, 2:] - x[:, :2]).prod(1) + (t[:, 2:] - t[:, :2]).prod(1) - shared
        hull = (torch.maximum(x[:, 2:], t[:, 2:]) - torch.minimum(x[:, :2], t[:, :2])).prod(1)
        return 1 - shared / union + ((hull - union) / hull if of_hull else 0)

    boxes = [[0.5, 0.25, 2.0, 3.0], [-1.0, 0.0, 0.5, 4.5], [2.5, 1.0, 6.0, 2.0], [0.125, 0.5, 0.75, 0.875]]
    truth = [[0.0, 1.0, 1.5, 2.75], [-1.5, 0.75, 1.0, 4.0], [3.0, -2.0, 4.0, 7.0], [0.0, 0.25, 1.0, 1.25]]
    apart = [[4.0, 0.5, 5.0, 2.5], [0.25, 5.0, 1.25, 6.5], [-9.0, -8.0, -5.0, -7.5], [1.75, 3.0, 2.75, 3.5]]
    vectors("BoxIou", boxes, truth, [formula("1 − I/U", lambda x, t: box_index(x, t, False))])
    giou = formula("torchvision's generalized_box_iou_loss", lambda x, t: box_index(x, t, True))
    for corners in [boxes, apart]:
        vectors("BoxGiou", corners, truth, [giou])

    hinge = torch_peer(
        "torch hinge_embedding_loss",
        lambda x, t, reduction, margin: F.hinge_embedding_loss(x, t, margin=margin, reduction=reduction),
    )
    vectors("HingeEmbedding", [0.5, 0.25, 2.0, 1.75], [1.0, -1.0, -1.0, 1.0], [hinge], margin=1.5)

    def multi_label(x, t, reduction):
        lists = torch.full(t.shape, -1, dtype=torch.int64)
        for i, row in enumerate(t):
            members = row.nonzero()[:, 0]
            lists[i, : len(members)] = members
        return F.multilabel_margin_loss(x, lists, reduction=reduction)

    x = [[2.0, -1.0, 0.5, 0.0], [0.1, 0.2, 0.3, 0.4], [-4.0, 3.0, -2.0, 1.5]]
    sets = [[1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0], [1.0, 1.0, 0.0, 1.0]]
    vectors("MultiLabelMargin", x, sets, [torch_peer("torch multilabel_margin_loss", multi_label)])

    labels = [0, 2, 3]
    poly = jax_peer(
        "optax poly_loss_cross_entropy",
        lambda x, t, epsilon: optax.losses.poly_loss_cross_entropy(x, jax.nn.one_hot(t, 4), epsilon=epsilon),
    )
    for epsilon in [-1.0, 0.0, 2.0]:
        vectors("Poly1CrossEntropy", x, labels, [poly], epsilon=epsilon)

    def generalized(x, t, q):
        p = x.softmax(1).gather(1, t[:, None])[:, 0]
        return (1 - p**q) / q

    keras = formula("Keras categorical_generalized_cross_entropy", generalized)
    for q in [0.125, 0.75, 1.0]:
        vectors("GeneralizedCrossEntropy", x, labels, [keras], q=q)

    def index(p, t, alpha, beta, smooth):
        hits, false, missed = (p * t).sum(1), (p * (1 - t)).sum(1), ((1 - p) * t).sum(1)
        return 1 - (hits + smooth) / (hits + alpha * false + beta * missed + smooth)

    def tversky(p, t, **params):
        return index(p, t, **params)

    p = [[0.9, 0.5, 0.25, 0.0625], [0.125, 1.0, 0.0, 0.75]]
    t = [[1.0, 1.0, 0.0, 0.0], [0.0, 1.0, 1.0, 0.5]]
    logits = [[2.0, -1.0, 0.5, 0.0], [-4.0, 3.0, -2.0, 1.5]]
    keras = formula("Keras tversky", tversky)
    for smooth in [0.0, 0.5]:
        vectors("Tversky", p, t, [keras], alpha=0.5, beta=0.5, smooth=smooth)
        vectors("Tversky", p, t, [keras], alpha=0.25, beta=0.75, smooth=smooth)
        sigmoid = formula("Keras tversky of a sigmoid", lambda x, t, **p: index(x.sigmoid(), t, **p))
        vectors("SigmoidTversky", logits, t, [sigmoid], alpha=0.25, beta=0.75, smooth=smooth)

        def classes(x, t, **params):
            p, t = x.unflatten(1, (4, 3)).softmax(2), F.one_hot(t, 3)
            return torch.stack([index(p[:, :, k], t[:, :, k], **params) for k in range(3)]).mean(0)

        pixels = [
            [2.0, -1.0, 0.5, 0.0, 0.1, 0.2, 0.3, 0.4, -4.0, 3.0, -2.0, 1.5],
            [0.0, 5.0, -7.5, 1.0, 9.0, -3.0, 2.5, 8.0, 0.25, 0.5, -0.5, 0.0],
        ]
        by_class, pixel_labels = formula("Keras tversky of a softmax", classes), [[0, 1, 1, 2], [1, 1, 0, 2]]
        vectors("SoftmaxTversky", pixels, pixel_labels, [by_class], alpha=0.5, beta=0.5, smooth=smooth)
        vectors("SoftmaxTversky", pixels, pixel_labels, [by_class], alpha=0.25, beta=0.75, smooth=smooth)

    def monai(classes=0, **options):
        """MONAI's Dice, whose smooth is twice ours."""

        def run(x, t, reduction, alpha, beta, smooth, ignored=None, **_):
            twice = {"smooth_nr": 2 * smooth, "smooth_dr": 2 * smooth, "reduction": "none"}
            if classes:
                x, t = x.unflatten(1, (4, classes)).transpose(1, 2), t[:, None].long()
            else:
                x, t, twice["ignore_index"] = x[:, None], t[:, None], int(ignored)
            terms = DiceLoss(**options, **twice)(x, t).flatten(1).mean(1)
            return {"mean": terms.mean(), "sum": terms.sum(), "none": terms}[reduction]

        return run

    unknown = [[1.0, 255.0, 0.0, 0.0], [0.0, 1.0, 1.0, 255.0]]
    dice = {"alpha": 0.5, "beta": 0.5, "smooth": 0.5}
    peer = torch_peer("MONAI DiceLoss with ignore_index", monai())
    vectors("Tversky", p, unknown, [peer], **dice, ignored=255.0)
    peer = torch_peer("MONAI DiceLoss with ignore_index", monai(sigmoid=True))
    vectors("SigmoidTversky", logits, unknown, [peer], **dice, ignored=255.0)
    options = {"softmax": True, "to_onehot_y": True}
    background = torch_peer("MONAI DiceLoss without background", monai(3, **options, include_background=False))
    vectors("SoftmaxTversky", pixels, pixel_labels, [background], **dice, weights=[0.0, 1.0, 1.0])
    # MONAI's mean divides by the number of classes: these weights sum to it.
    weighted = torch_peer("MONAI DiceLoss with weight", monai(3, **options, weight=[0.25, 0.5, 2.25]))
    vectors("SoftmaxTversky", pixels, pixel_labels, [weighted], **dice, weights=[0.25, 0.5, 2.25])

    def present(x, t, alpha, beta, smooth, present_only):
        p, t = x.unflatten(1, (4, 3)).softmax(2), F.one_hot(t, 3)
        losses = torch.stack([index(p[:, :, k], t[:, :, k], alpha, beta, smooth) for k in range(3)], 1)
        is_present = t.any(1)
        return (losses * is_present).sum(1) / is_present.sum(1)

    absent = formula("Keras tversky of the classes in the mask", present)
    vectors("SoftmaxTversky", pixels, [[0, 1, 1, 0], [2, 2, 2, 2]], [absent], **dice, present_only=1.0)

    def ctc(x, t, reduction, blank):
        # One sequence of frames; sums are per sequence.
        log_p, lengths = x.log_softmax(1)[:, None], (torch.tensor([len(x)]), torch.tensor([len(t)]))
        return F.ctc_loss(log_p, t[None], *lengths, blank=int(blank), reduction="sum")

    peers = [torch_peer("torch ctc_loss", ctc)]
    frames = [
        [2.0, -1.0, 0.5, 0.0],
        [0.1, 0.2, 0.3, 0.4],
        [-4.0, 3.0, -2.0, 1.5],
        [0.0, 5.0, -7.5, 1.0],
        [9.0, -3.0, 2.5, 8.0],
        [0.25, 0.5, -0.5, 0.0],
    ]
    for blank, spelt in [(0, [1, 3]), (0, [2, 2, 1]), (3, [0, 1, 0, 1, 2]), (1, [0, 0, 3, 3])]:
        vectors("Ctc", frames, spelt, peers, ["sum"], blank=blank)
