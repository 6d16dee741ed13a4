"""Losses of embeddings."""

import torch
import torch.nn.functional as F
from peers import formula, torch_peer, vectors


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
