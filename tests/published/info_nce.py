"""Contrastive losses over a batch.

A prediction is the embeddings, of three numbers each, and then the parameter that scales the logits.
"""

import importlib.util
import math
from pathlib import Path

import jax.numpy as jnp
import optax
import torch
import torch.nn.functional as F
from peers import formula, jax_peer, torch_peer, vectors
from pytorch_metric_learning import losses, reducers


def sig_lip_of_open_clip():
    """`SigLipLoss` from its file alone: the package imports torchvision, which this file does not need."""
    folder = importlib.util.find_spec("open_clip").submodule_search_locations[0]
    spec = importlib.util.spec_from_file_location("open_clip_loss", Path(folder) / "loss.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SigLipLoss()


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

    def optax_labels(x, labels, by_label):
        return optax.losses.ntxent(x[:-1].reshape(-1, 3), jnp.asarray(labels), x[-1])

    def pml_labels(x, labels, _, by_label):
        z, temperature = split(x)
        return losses.NTXentLoss(temperature)(z, labels)

    def pml_against(x, labels, _, anchors):
        (z, temperature), n = split(x), int(anchors)
        loss = losses.SupConLoss(temperature, reducer=reducers.MeanReducer())
        return loss(z[:n], labels[:n], ref_emb=z[n:], ref_labels=labels[n:])

    def pml_classifier(x, labels, reduction, embeddings, scale, cosine_margin=None, angular_margin=None):
        z, n = x.view(-1, 3), int(embeddings)
        kind = {"num_classes": len(z) - n, "embedding_size": 3}
        if angular_margin is not None:
            loss = losses.ArcFaceLoss(margin=math.degrees(angular_margin), scale=scale, **kind)
        elif cosine_margin is not None:
            loss = losses.CosFaceLoss(margin=cosine_margin, scale=scale, **kind)
        else:
            loss = losses.NormalizedSoftmaxLoss(temperature=1 / scale, **kind)
        # The class vectors are inputs like the embeddings.
        del loss.W
        loss.W = z[n:].T
        return loss(F.normalize(z[:n], dim=1), labels)

    def easy(x, labels, embeddings, scale, angular_margin, easy):
        # InsightFace, recognition/arcface_torch/losses.py and the paper's MXNet code: easy_margin.
        z, n = x.view(-1, 3), int(embeddings)
        cosine = cosines(z[:n], z[n:])
        own = F.one_hot(labels, len(z) - n) == 1
        bent = torch.where(own & (cosine > 0), (cosine.acos() + angular_margin).cos(), cosine)
        return F.cross_entropy(scale * bent, labels, reduction="none")

    open_clip_loss = sig_lip_of_open_clip()

    def sig_lip(x, _, reduction, images):
        z = F.normalize(x[:-2].view(-1, 3), dim=1, eps=0.0)
        n = int(images)
        return open_clip_loss(z[:n], z[n:], x[-2].exp(), x[-1])

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
        for labels in [[0, 0, 1, 0, 2, 1], [1, 2, 3, 3, 2, 1]]:
            peers = [jax_peer("optax ntxent", optax_labels), torch_peer("pytorch-metric-learning NTXentLoss", pml_labels)]
            peers = [mean_only(peer) for peer in peers]
            vectors("NtXent", [*views, temperature], labels, peers, ["mean"], by_label=1.0)
        peers = [mean_only(torch_peer("pytorch-metric-learning SupConLoss with ref_emb", pml_against))]
        for labels in [[0, 1, 0, 1, 1, 1], [0, 1, 1, 2, 2, 0]]:
            vectors("SupervisedContrastive", [*views, temperature], labels, peers, ["mean"], anchors=2.0)
    for scale in [1.0, 16.0]:
        for margin, name in [
            ({}, "NormalizedSoftmaxLoss"),
            ({"cosine_margin": 0.375}, "CosFaceLoss"),
            ({"angular_margin": 0.5}, "ArcFaceLoss"),
        ]:
            peers = [mean_only(torch_peer(f"pytorch-metric-learning {name}", pml_classifier))]
            for labels in [[0, 1], [2, 3]]:
                vectors("CosineClassifier", views, labels, peers, ["mean"], embeddings=2.0, scale=scale, **margin)
        peers = [formula("InsightFace's easy margin", easy)]
        vectors("CosineClassifier", views, [2, 3], peers, both, embeddings=2.0, scale=scale, angular_margin=0.5, easy=1.0)
        vectors("CosineClassifier", views, [0, 1], peers, both, embeddings=2.0, scale=scale, angular_margin=0.5, easy=1.0)
    for numbers in [[0.0, 0.0], [2.25, -10.0]]:
        peers = [mean_only(torch_peer("open_clip SigLipLoss", sig_lip))]
        vectors("SigLip", [*views, *numbers], None, peers, ["mean"], images=3.0)
    for log_scale in [0.0, 1.5, 2.65625]:
        vectors("Clip", [*views, log_scale], None, [formula("open_clip ClipLoss", clip)], both)
