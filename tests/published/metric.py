"""Losses of embeddings."""

import torch
from pytorch_metric_learning import distances, losses
import torch.nn.functional as F
from peers import formula, pml_peer, torch_peer, vectors


def lines():
    def parts(x):
        return x.unflatten(1, (-1, 3)).unbind(1)

    def triplet(x, _, reduction, margin, swap=0.0):
        return F.triplet_margin_loss(*parts(x), margin=margin, eps=0.0, swap=swap == 1.0, reduction=reduction)

    # Within the margin, beyond it, the negative nearer to the positive, and far from the origin.
    triplets = [
        [1.0, 0.0, 0.5, 0.75, 0.5, 0.0, 0.0, 1.0, -1.0],
        [0.0, 0.0, 0.0, 0.25, 0.0, 0.125, 4.0, -3.0, 2.0],
        [0.0, 0.0, 0.0, 2.0, 0.0, 0.5, 2.5, 1.0, 0.0],
        [1000.0, 512.0, -256.0, 1000.5, 512.25, -256.5, 999.75, 511.0, -255.0],
    ]
    torch_triplet = [torch_peer("torch triplet_margin_loss", triplet)]
    vectors("Triplet", triplets, None, torch_triplet, margin=1.0)
    vectors("Triplet", triplets, None, torch_triplet, margin=1.5, swap=1.0)

    def squares(x):
        anchor, positive, negative = parts(x)
        return ((anchor - positive) ** 2).sum(1), ((anchor - negative) ** 2).sum(1)

    def facenet(x, _, margin, squared):
        near, far = squares(x)
        return (near - far + margin).relu()

    def soft(x, _, soft):
        near, far = squares(x)
        return F.softplus(near.sqrt() - far.sqrt())

    vectors("Triplet", triplets, None, [formula("FaceNet, arXiv:1503.03832", facenet)], margin=2.0, squared=1.0)
    vectors("Triplet", triplets, None, [formula("soft margin, arXiv:1703.07737", soft)], soft=1.0)

    euclidean = distances.LpDistance(normalize_embeddings=False)
    of_triplet = tuple(torch.tensor([i]) for i in range(3))

    def smooth(x, _, margin, soft):
        loss = losses.TripletMarginLoss(margin, smooth_loss=True, distance=euclidean)
        return loss(x.view(3, 3), torch.arange(3), of_triplet)

    def angular(x, _, margin):
        loss = losses.TripletMarginLoss(margin, distance=distances.CosineSimilarity())
        return loss(x.view(3, 3), torch.arange(3), of_triplet)

    def with_distance(x, _, reduction, margin):
        distance = lambda x, y: 1 - F.cosine_similarity(x, y, eps=0.0)
        return F.triplet_margin_with_distance_loss(
            *parts(x), distance_function=distance, margin=margin, reduction=reduction
        )

    vectors("Triplet", triplets, None, [pml_peer("TripletMarginLoss", smooth)], margin=0.25, soft=1.0)
    turned = [
        triplets[0],
        [0.0, 0.5, 0.0, 2.0, 0.5, 0.25, 4.0, -3.0, 2.0],
        [100.0, -20.0, 30.0, 90.0, 19.0, 35.0, 80.0, -20.0, 30.0],
    ]
    peers = [
        torch_peer("torch triplet_margin_with_distance_loss", with_distance),
        pml_peer("TripletMarginLoss of CosineSimilarity", angular),
    ]
    for margin in [0.25, 1.5]:
        vectors("CosineTriplet", turned, None, peers, margin=margin)

    def contrastive(x, same, margin):
        first, second = parts(x)
        d = (first - second).norm(dim=1)
        return torch.where(same == 1.0, d**2, (margin - d).relu() ** 2)

    def cosine(x, same, reduction, margin):
        return F.cosine_embedding_loss(*parts(x), 2 * same - 1, margin=margin, reduction=reduction)

    pairs = [
        [3.0, 0.0, 1.0, 0.0, 4.0, 1.0],
        [3.0, 0.0, 1.0, 0.0, 4.0, 1.0],
        [1.0, 0.5, -0.25, 0.75, 0.5, 0.0],
        [1.0, 0.5, -0.25, 0.75, 0.5, 0.0],
        [100.0, -20.0, 30.0, -101.0, 19.0, 31.0],
        [100.0, -20.0, 30.0, 90.0, -19.0, 35.0],
    ]
    same = [1.0, 0.0, 1.0, 0.0, 0.0, 1.0]
    hadsell = [formula("Hadsell et al. 2006, eq. 4", contrastive)]
    torch_cosine = [torch_peer("torch cosine_embedding_loss", cosine)]
    def linear(x, same, margin, positive_margin=0.0):
        # Both orders of the pair, and their mean.
        labels = torch.zeros(2) if same == 1 else torch.arange(2)
        loss = losses.ContrastiveLoss(positive_margin, margin, distance=euclidean)
        return loss(x.view(2, 3), labels)

    pml_linear = [pml_peer("ContrastiveLoss", linear)]
    vectors("LinearContrastive", pairs, same, pml_linear, margin=6.0)
    vectors("LinearContrastive", pairs, same, pml_linear, margin=6.0, positive_margin=0.5)
    vectors("Contrastive", pairs, same, hadsell, margin=6.0)
    vectors("Contrastive", pairs, same, hadsell, margin=0.5)
    for margin in [0.0, 0.5, -0.5]:
        vectors("CosineEmbedding", pairs, same, torch_cosine, margin=margin)

    def ranking(x, y, reduction, margin):
        return F.margin_ranking_loss(*x.unbind(1), y, margin=margin, reduction=reduction)

    scores, order = [[0.5, 0.0], [2.0, 0.0], [0.5, 0.25], [-3.0, 7.0]], [1.0, 1.0, -1.0, 1.0]
    for margin in [1.0, 0.125]:
        peers = [torch_peer("torch margin_ranking_loss", ranking)]
        vectors("MarginRanking", scores, order, peers, margin=margin)
