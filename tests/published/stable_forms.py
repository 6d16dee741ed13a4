"""The stable forms in `math`."""

import jax
import mpmath as mp
import numpy as np
import scipy.special
import torch
import torch.nn.functional as F
from peers import exact, jax_peer, torch_peer, value_peer, vectors


def lines():
    def function(name, function):
        return torch_peer(f"torch {name}", lambda x, _, r, **p: function(x, **p))

    def scipy_peer(name, function):
        return value_peer(f"scipy.special.{name}", lambda x, _, **p: function(x, **p))

    x = [0.0, 0.5, -2.0, 3.0, -20.0, 15.0, -80.0, 80.0]
    vectors(
        "sigmoid",
        x,
        None,
        [function("sigmoid", torch.sigmoid), scipy_peer("expit", scipy.special.expit)],
        ["none"],
    )
    softplus = [
        function("softplus", F.softplus),
        jax_peer("jax.nn.softplus", lambda x, _: jax.nn.softplus(x)),
    ]
    vectors("softplus", x, None, softplus, ["none"])
    log_sigmoid = [function("logsigmoid", F.logsigmoid), scipy_peer("log_expit", scipy.special.log_expit)]
    vectors("log_sigmoid", x, None, log_sigmoid, ["none"])
    vectors("ln_cosh", x + [1e-4, 1e-2], None, [exact(lambda x, _: mp.log(mp.cosh(x[0])))], ["none"])
    x = [-1e-6, -0.01, -0.5, -0.7, -3.0, -20.0, -80.0]
    vectors("log1m_exp", x, None, [exact(lambda x, _: mp.log(1 - mp.exp(x[0])))], ["none"])

    def exact_log_softmax(x, temperature):
        x = [mp.mpf(x) / temperature for x in x]
        log_norm = mp.log(sum(map(mp.exp, x)))
        return [x - log_norm for x in x]

    softmax = [
        function("softmax", lambda x, temperature: torch.softmax(x / temperature, 0)),
        scipy_peer("softmax", lambda x, temperature: scipy.special.softmax(x / temperature)),
    ]
    log_softmax = [
        value_peer("mpmath", lambda x, _, temperature: np.array(exact_log_softmax(x, temperature), float)),
        function("log_softmax", lambda x, temperature: torch.log_softmax(x / temperature, 0)),
        scipy_peer("log_softmax", lambda x, temperature: scipy.special.log_softmax(x / temperature)),
    ]
    log_sum_exp = [
        function("logsumexp", lambda x: torch.logsumexp(x, 0)),
        scipy_peer("logsumexp", scipy.special.logsumexp),
    ]
    for x in [
        [2.0, -1.0, 0.5],
        [0.1, 0.2, 0.3, 0.4, 0.5],
        [16.0, 0.0, -4.5, 15.0],
        [1000.0, 999.0, 0.0],
        [80.0, -2.0],
    ]:
        vectors("log_sum_exp", x, None, log_sum_exp, ["none"])
        for temperature in [20.0] if x[0] > 100 else [0.5, 1.0, 4.0]:
            vectors("softmax", x, None, softmax, ["none"], temperature=temperature)
            # The logarithm of a sure class is lost in float64.
            peers = log_softmax[:1] if x[0] == 80 else log_softmax
            vectors("log_softmax", x, None, peers, ["none"], temperature=temperature)
