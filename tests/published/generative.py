"""Losses of generative models."""

import torch
import torch.nn.functional as F
from peers import formula, torch_peer, vectors
from torch.distributions import Normal, kl_divergence


def lines():
    def divergence(x, _):
        # Rows of mean and ln of the variance, of the posterior and then, if it is there, of the prior.
        mean, v, *prior = x.unflatten(1, (-1, 3)).unbind(1)
        prior_mean, w = prior or (torch.zeros(3), torch.zeros(3))
        return kl_divergence(Normal(mean, (v / 2).exp()), Normal(prior_mean, (w / 2).exp())).sum(1)

    kl = formula("torch.distributions.kl_divergence", divergence)
    standard = [[0.5, -1.0, 2.0, 0.5, 0.25, -3.0], [0.0, 1.5, -0.75, 4.0, -0.5, 1.0]]
    vectors("GaussianKl", standard, None, [kl])
    prior = [[0.25, 1.0, -2.0, 0.75, -1.0, 2.0], [0.0, 3.0, 0.5, 1.0, -0.25, -4.0]]
    vectors("GaussianKlBetween", [a + b for a, b in zip(standard, prior)], None, [kl])

    logits, real = [-3.0, -0.5, 0.0, 1.25, 4.0], [1.0, 0.0, 1.0, 1.0, 0.0]

    def minimax(x, t, reduction, smoothing=0.0):
        return F.binary_cross_entropy_with_logits(x, t * (1 - smoothing), reduction=reduction)

    bce = torch_peer("torch binary_cross_entropy_with_logits", minimax)
    vectors("GanDiscriminator", logits, real, [bce])
    vectors("GanDiscriminator", logits, real, [bce], smoothing=0.25)

    def min_snr(x, t, snr, gamma):
        weight = torch.tensor(snr).clamp(max=gamma) / torch.tensor(snr)
        return weight * F.mse_loss(x, t, reduction="none").mean(1)

    noise = [[0.5, -1.0, 2.0], [0.0, 1.5, -0.75]], [[0.25, 1.0, -2.0], [0.0, 3.0, 0.5]]
    vectors("NoisePrediction", *noise, [formula("min-SNR, arXiv:2303.09556", min_snr)], snr=[2.0, 40.0], gamma=5.0)
