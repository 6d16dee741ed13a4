"""Regression losses."""

import mpmath as mp
import optax
import scipy.special
import sklearn.metrics
import sklearn.linear_model._sgd_fast as sgd
import torch
import torch.nn.functional as F
from peers import exact, formula, jax_peer, mean_peer, sgd_peer, tensor, torch_peer, value_peer, vectors


def lines():
    # Differences from 1e-3 to 12.5, with 0 and the thresholds ½ and 3 hit exactly: the kinks.
    x = [1.5, 2.0, 0.0, 10.0, -0.3, 0.75, -7.5, 1e-3]
    t = [1.0, 2.0, 3.0, 4.0, 0.2, 0.7, 5.0, 0.0]
    squared = [
        torch_peer("torch mse_loss", lambda x, t, reduction: F.mse_loss(x, t, reduction=reduction)),
        jax_peer("optax squared_error", optax.squared_error),
        mean_peer("sklearn mean_squared_error", lambda x, t: sklearn.metrics.mean_squared_error(t, x)),
    ]
    vectors("SquaredError", x, t, squared)
    absolute = [
        torch_peer("torch l1_loss", lambda x, t, reduction: F.l1_loss(x, t, reduction=reduction)),
        mean_peer("sklearn mean_absolute_error", lambda x, t: sklearn.metrics.mean_absolute_error(t, x)),
    ]
    vectors("AbsoluteError", x, t, absolute)
    huber = [
        torch_peer("torch huber_loss", lambda x, t, r, delta: F.huber_loss(x, t, delta=delta, reduction=r)),
        jax_peer("optax huber_loss", lambda x, t, delta: optax.huber_loss(x, t, delta=delta)),
    ]
    smooth = [
        torch_peer(
            "torch smooth_l1_loss", lambda x, t, r, beta: F.smooth_l1_loss(x, t, beta=beta, reduction=r)
        )
    ]
    pseudo = [
        formula(
            "δ²(√(1 + (d/δ)²) − 1)",
            lambda x, t, delta: delta**2 * (torch.sqrt(1 + ((x - t) / delta) ** 2) - 1),
        ),
        value_peer(
            "scipy.special.pseudo_huber", lambda x, t, delta: scipy.special.pseudo_huber(delta, x - t)
        ),
    ]
    for threshold in [0.1, 0.5, 1.0, 3.0]:
        vectors("Huber", x, t, huber, delta=threshold)
        vectors("SmoothL1", x, t, smooth, beta=threshold)
        vectors("PseudoHuber", x, t, pseudo, delta=threshold)

    # optax's form loses digits near 0 (none are left at 1e-8): it is asked from 0.05 on.
    ln_cosh = exact(lambda x, t: mp.log(mp.cosh(x[0] - t)))
    vectors("LogCosh", x[:7], t[:7], [jax_peer("optax log_cosh", optax.log_cosh)])
    vectors(
        "LogCosh", [1e-4, -3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 1e-6], [0.0] * 8, [ln_cosh], ["none", "sum"]
    )
    for d in [1e-4, 1e-3, 1e-2, 1e-1]:
        vectors("LogCosh", [d], [0.0], [ln_cosh], ["sum"])

    def pinball(x, t, tau):
        return torch.maximum(tau * (t - x), (1 - tau) * (x - t))

    x, t = x[:1] + x[2:], t[:1] + t[2:]
    quantile = [
        formula("max(τ(t − p), (1 − τ)(p − t))", pinball),
        mean_peer(
            "sklearn mean_pinball_loss", lambda x, t, tau: sklearn.metrics.mean_pinball_loss(t, x, alpha=tau)
        ),
    ]
    for tau in [0.1, 0.5, 0.9]:
        vectors("Quantile", x, t, quantile, tau=tau)

    def expectile(x, t, tau):
        return torch.where(x > t, 1 - tau, tau) * (x - t) ** 2

    for tau in [0.1, 0.5, 0.9]:
        vectors("Expectile", x, t, [formula("τ·d², (1 − τ)·d²", expectile)], tau=tau)
    for epsilon in [0.0, 0.1, 0.5, 1.0]:
        vectors("EpsilonInsensitive", x, t, [sgd_peer("EpsilonInsensitive", sgd.EpsilonInsensitive)], epsilon=epsilon)
        squared = sgd_peer("SquaredEpsilonInsensitive", sgd.SquaredEpsilonInsensitive)
        vectors("SquaredEpsilonInsensitive", x, t, [squared], epsilon=epsilon)

    def periodic(x, t, period):
        return 1 - torch.cos(2 * torch.pi * (x - t) / period)

    def exact_periodic(x, t, period):
        return 1 - mp.cos(2 * mp.pi * (x[0] - t) / period)

    # Textbook forms lose digits near whole periods: PyTorch is asked where there are none.
    for period in [6.2831855, 24.0, 360.0]:
        peers = [formula("1 − cos(2πd/P)", periodic), exact(exact_periodic)]
        vectors("Periodic", x[:3], t[:3], peers, period=period)
    for period in [1.0, 24.0]:
        vectors("Periodic", x, t, [exact(exact_periodic)], period=period)

    def quantiles(x, t, taus, crossing_penalty):
        crossing = torch.relu(x[:, :-1] - x[:, 1:]).sum(1)
        return pinball(x, t[:, None], tensor(taus)).sum(1) + crossing_penalty * crossing

    x = [[3.0, 2.0, 5.0], [-1.0, 0.25, 0.5], [9.0, 8.5, 0.3]]
    for penalty in [0.0, 0.7]:
        peers = [formula("Σ pinball + λ Σ relu(p_q − p_q+1)", quantiles)]
        vectors("Quantiles", x, [4.0, 0.3, 0.1], peers, taus=[0.1, 0.5, 0.9], crossing_penalty=penalty)
