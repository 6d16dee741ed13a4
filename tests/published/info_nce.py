"""Contrastive losses over a batch.

A prediction is the embeddings, of three numbers each, and then the parameter that scales the logits.
"""

import jax.numpy as jnp
import optax
import torch
import torch.nn.functional as F
from peers import formula, jax_peer, vectors


def lines():
    def split(x):
        return x[:-1].view(-1, 3), x[-1]

    def cosines(a, b):
        return F.normalize(a, dim=1, eps=0.0) @ F.normalize(b, dim=1, eps=0.0).T

    def info_nce(x, _, anchors):
        z, temperature = split(x)
        n = int(anchors)
        return F.cross_entropy(cosines(z[:n], z[n:]) / temperature, torch.arange(n), reduction="none")

    def others(x):
        # Logits against all other embeddings.
        z, temperature = split(x)
        return (cosines(z, z) / temperature).masked_fill(torch.eye(len(z), dtype=torch.bool), -torch.inf)

    def nt_xent(x, _):
        n = len(x) // 3
        return F.cross_entropy(others(x), (torch.arange(n) + n // 2) % n, reduction="none")

    def supervised(x, labels):
        log_p = others(x).log_softmax(1)
        positive = (labels[:, None] == labels).fill_diagonal_(False)
        count = positive.sum(1)
        terms = -torch.where(positive, log_p, 0.0).sum(1) / count
        return terms[count > 0]

    def clip(x, _):
        z, log_scale = split(x)
        n = len(z) // 2
        logits, own = log_scale.exp() * cosines(z[:n], z[n:]), torch.arange(n)
        images, texts = (F.cross_entropy(x, own, reduction="none") for x in (logits, logits.T))
        return (images + texts) / 2

    def mean_only(peer):
        name, run = peer
        return name, lambda x, t, reduction, params: run(x, t, reduction, params) if reduction == "mean" else None

    def pairs(x, _):
        labels = jnp.tile(jnp.arange(len(x) // 6), 2)
        return optax.losses.ntxent(x[:-1].reshape(-1, 3), labels, x[-1])

    optax_pairs = mean_only(jax_peer("optax ntxent", pairs))

    # Two views of three samples, of any length; the second sample's views lie apart.
    views = [1.0, 0.25, -0.5, 0.0, 2.0, 1.0, -3.0, 0.5, 0.125, 0.75, 0.5, -0.5, 1.0, -1.0, 2.0, -20.0, 8.0, 1.0]
    queue = [0.5, 0.5, 0.5, -1.0, -0.25, 4.0]
    both, peer = ["mean", "sum"], formula("torch cross_entropy of cosines", info_nce)
    for temperature in [1.0, 0.5, 0.0625]:
        vectors("InfoNce", [*views, temperature], None, [peer], both, anchors=3)
        vectors("InfoNce", [*views, *queue, temperature], None, [peer], both, anchors=3)
        peers = [formula("SimCLR, arXiv:2002.05709", nt_xent), optax_pairs]
        vectors("NtXent", [*views, temperature], None, peers, both)
        khosla = [formula("Khosla et al., arXiv:2004.11362, eq. 2", supervised)]
        for labels in [[0, 1, 2, 0, 1, 2], [0, 0, 1, 0, 2, 1], [3, 3, 3, 3, 3, 3]]:
            vectors("SupervisedContrastive", [*views, temperature], labels, khosla, both)
    for log_scale in [0.0, 1.5, 2.65625]:
        vectors("Clip", [*views, log_scale], None, [formula("open_clip ClipLoss", clip)], both)
