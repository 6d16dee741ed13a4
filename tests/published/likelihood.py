"""Likelihoods, divergences, energies."""

import mpmath as mp
import scipy.special
import sklearn._loss
import torch
import torch.nn.functional as F
from peers import REDUCE, exact, formula, torch_peer, value_peer, vectors
from torch.distributions import Laplace


def lines():
    rows = [[0.5, -1.0], [2.0, 0.5], [-3.0, 2.25], [1.25, -3.0], [10.0, 4.0]]
    t = [1.0, -2.0, -2.5, 1.0, 3.0]

    def gaussian(x, t, reduction, full=0.0):
        return F.gaussian_nll_loss(
            x[:, 0], t, x[:, 1].exp(), full=bool(full), eps=1e-30, reduction=reduction
        )

    def laplace(x, t):
        return -Laplace(x[:, 0], x[:, 1].exp()).log_prob(t)

    for full in [0, 1]:
        vectors("GaussianNll", rows, t, [torch_peer("torch gaussian_nll_loss", gaussian)], full=full)
    vectors("LaplaceNll", rows, t, [formula("torch.distributions.Laplace", laplace)])

    def floored(x, t, floor):
        # The value is PyTorch's; its gradient passes through the clamp.
        s = x[:, 1].clamp(min=floor)
        return 0.5 * (s + (x[:, 0] - t) ** 2 * (-s).exp())

    def eps(x, t, reduction, params):
        x, t = torch.tensor(x), torch.tensor(t)
        floor = torch.tensor(params["floor"])
        value = F.gaussian_nll_loss(x[:, 0], t, x[:, 1].exp(), eps=float(floor.exp()), reduction=reduction)
        return value.numpy(), None

    for floor in [-2.0, 1.0]:
        peers = [formula("the likelihood of max(s, floor)", floored), ("torch gaussian_nll_loss with eps", eps)]
        vectors("GaussianNll", rows, t, peers, floor=floor)

    def poisson(x, t, reduction, full=0.0):
        return F.poisson_nll_loss(x, t, log_input=True, full=bool(full), reduction=reduction)

    x, counts = [0.5, -2.0, 3.0, 1.25, 4.0], [3.0, 0.0, 17.0, 1.0, 2.0]
    for full in [0, 1]:
        vectors("PoissonNll", x, counts, [torch_peer("torch poisson_nll_loss", poisson)], full=full)

    def half_gamma(x, t, reduction, params):
        loss = sklearn._loss.HalfGammaLoss()
        terms = loss.loss(t, x)
        slopes = loss.gradient(t, x)
        return REDUCE[reduction](terms), slopes / (len(terms) if reduction == "mean" else 1)

    vectors("GammaNll", x, [3.0, 0.25, 17.0, 1.0, 2.0], [("sklearn HalfGammaLoss", half_gamma)])

    x = [[2.0, -1.0, 0.5, 0.0], [0.1, 0.2, 0.3, 0.4], [-4.0, 3.0, -2.0, 1.5], [9.0, -3.0, 2.5, 8.0]]
    p = [[0.5, 0.125, 0.25, 0.125], [0.0, 1.0, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25], [0.75, 0.0, 0.0, 0.25]]

    def kl(x, t, reduction):
        terms = F.kl_div(F.log_softmax(x, 1), t, reduction="none").sum(1)
        return {"mean": terms.mean(), "sum": terms.sum(), "none": terms}[reduction]

    def exact_kl(x, t):
        norm = sum(map(mp.exp, x))
        return sum(mp.mpf(float(t)) * mp.log(mp.mpf(float(t)) * norm / mp.exp(x)) for t, x in zip(t, x) if t)

    vectors("SoftmaxKl", x, p, [torch_peer("torch kl_div of log_softmax", kl), exact(exact_kl)])

    def reverse(x, t):
        log_q = F.log_softmax(x, 1)
        return (log_q.exp() * (log_q - t.log())).sum(1)

    positive = [p[0], [0.125, 0.625, 0.125, 0.125], p[2], [0.5, 0.0625, 0.1875, 0.25]]
    vectors("SoftmaxReverseKl", x, positive, [formula("Σ q·ln(q/t)", reverse)])

    def jensen_shannon(x, t):
        q = torch.softmax(x, 1)
        m = (t + q) / 2
        return 0.5 * (t * (t / m).log() + q * (q / m).log()).sum(1)

    # Autograd has NaN for a target of 0.
    vectors("SoftmaxJensenShannon", x, positive, [formula("½·KL(t‖m) + ½·KL(q‖m)", jensen_shannon)])

    def distillation(x, t, temperature):
        log_p, t = F.log_softmax(x / temperature, 1), F.softmax(t / temperature, 1)
        return temperature**2 * F.kl_div(log_p, t, reduction="none").sum(1)

    teacher = [[1.0, 0.0, 0.5, -2.0], [3.0, -1.0, 0.25, 0.5], [-1.0, 2.0, 0.0, 1.0], [4.0, 4.0, -1.0, 0.0]]
    for temperature in [0.5, 1.0, 4.0]:
        peer = formula("T²·kl_div, arXiv:1503.02531", distillation)
        vectors("Distillation", x, teacher, [peer], temperature=temperature)

    def energy(x, t, reduction, temperature):
        return F.cross_entropy(-x / temperature, t, reduction=reduction)

    for temperature in [0.5, 1.0, 4.0]:
        peer = torch_peer("torch cross_entropy of −E/T", energy)
        vectors("EnergyNll", x, [0, 1, 2, 3], [peer], temperature=temperature)

    def free_energy(x, t, reduction, temperature):
        return -temperature * torch.logsumexp(-x / temperature, 0)

    for row in x:
        for temperature in [0.5, 1.0, 4.0]:
            peer = torch_peer("torch logsumexp of −E/T", free_energy)
            vectors("free_energy", row, None, [peer], ["sum"], temperature=temperature)
    for one, other in zip(p, positive):
        peers = [
            value_peer("scipy.special.kl_div", lambda p, q: scipy.special.kl_div(p, q).sum()),
            value_peer("scipy.special.rel_entr", lambda p, q: scipy.special.rel_entr(p, q).sum()),
        ]
        if one != other:
            vectors("kl_divergence", one, other, peers, ["none"])
        vectors("entropy", one, None, [value_peer("scipy.special.entr", lambda p, _: scipy.special.entr(p).sum())], ["none"])
