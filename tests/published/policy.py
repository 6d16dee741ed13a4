"""Losses of policies that learn from rewards."""

import torch
from peers import formula, vectors
from torch.distributions import Categorical


def lines():
    def ppo(x, actions, low, high, dual=None):
        old, advantage = actions.unbind(1)
        ratio = (x - old).exp()
        loss = torch.max(-advantage * ratio, -advantage * ratio.clamp(1 - low, 1 + high))
        if dual is None:
            return loss
        return torch.where(advantage < 0, torch.min(loss, -dual * advantage), loss)

    # Within the clip, beyond it on either side for either sign, no advantage, and a policy that has drifted away.
    new = [-1.0, -0.9375, -0.5, -0.5, -3.0, -3.0, -0.25, -2.0, -1.0]
    actions = [[-1.0, 1.5], [-1.0, -0.5], [-1.0, 2.0], [-1.0, -2.0], [-1.0, 0.75], [-1.0, -0.75], [-1.5, 0.0]]
    actions += [[-17.0, -1.25], [-5.0, 0.25]]
    vectors("Ppo", new, actions, [formula("TRL PPOTrainer", ppo)], low=0.2, high=0.2)
    vectors("Ppo", new, actions, [formula("clip-higher, arXiv:2503.14476", ppo)], low=0.2, high=0.28)
    dual = formula("dual clip, arXiv:1912.09729", ppo)
    vectors("Ppo", new, actions, [dual], low=0.125, high=0.25, dual=3.0)

    def policy_gradient(x, choices):
        action, advantage = choices.unbind(1)
        return -advantage * Categorical(logits=x).log_prob(action.long())

    logits = [[2.0, -1.0, 0.5, 0.0], [0.1, 0.2, 0.3, 0.4], [-4.0, 3.0, -2.0, 1.5], [9.0, -3.0, 2.5, 8.0]]
    choices = [[0, 1.5], [3, -0.75], [2, 2.0], [1, -1.25]]
    vectors("Reinforce", logits, choices, [formula("rlax policy_gradient_loss, arXiv:1506.02438", policy_gradient)])

    def clipped_value(x, estimates, epsilon):
        old, outcome = estimates.unbind(1)
        clipped = torch.max(torch.min(x, old + epsilon), old - epsilon)
        return 0.5 * torch.max((x - outcome) ** 2, (clipped - outcome) ** 2)

    values = [0.5, -0.5, 0.125, 3.0, -40.125]
    estimates = [[0.0, 1.0], [0.0, 1.0], [0.0, -2.0], [2.0, 2.0], [-40.0, 100.0]]
    vectors("ClippedValue", values, estimates, [formula("TRL PPOTrainer", clipped_value)], epsilon=0.25)
    vectors("ClippedValue", values, estimates, [formula("TRL PPOTrainer", clipped_value)], epsilon=0.2)

    def estimate(x, reference, estimator):
        d = reference - x
        return {1: -d, 2: d**2 / 2, 3: d.exp() - d - 1}[int(estimator)]

    log_p, reference = [-1.0, -0.5, -2.25, -100.0, -1.0], [-1.25, -3.0, -2.25, -94.0, -0.9990234375]
    for estimator in [1, 2, 3]:
        peer = formula(f"k{estimator}, joschu.net/blog/kl-approx.html", estimate)
        vectors("KlPenalty", log_p, reference, [peer], estimator=estimator)

    entropy = formula("torch.distributions.Categorical.entropy", lambda x, _: -Categorical(logits=x).entropy())
    x = [[2.0, -1.0, 0.5, 0.0], [-4.0, 3.0, -2.0, 1.5], [30.0, -10.0, 12.0, 0.0]]
    vectors("EntropyBonus", x, None, [entropy])
    # If all are even, the gradient of PyTorch is rounding.
    vectors("EntropyBonus", [[5.0, 5.0, 5.0, 5.0]], None, [entropy], ["none"])
    vectors("EntropyBonus", [[1000.0, 980.0, 1000.5, -1000.0]], None, [entropy])
