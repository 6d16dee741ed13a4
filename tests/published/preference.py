"""Losses of comparisons, in the formulas of Hugging Face's TRL."""

import torch
import torch.nn.functional as F
from peers import formula, vectors


def lines():
    def reward(x, margin, centring=0.0):
        chosen, rejected = x.unbind(1)
        return -F.logsigmoid(chosen - rejected - margin) + centring * (chosen + rejected) ** 2

    trainer = formula("TRL RewardTrainer", reward)
    rewards = [[1.0, 0.25], [-0.5, 2.0], [3.0, 3.0], [-20.0, 30.0], [12.5, -12.5]]
    margins = [0.0, 0.5, 1.0, 0.25, 0.0]
    vectors("BradleyTerry", rewards, margins, [trainer])
    vectors("BradleyTerry", rewards, margins, [trainer], centring=0.01)

    # Log-probabilities of whole answers: even, right, wrong, long, very right, very wrong.
    policy = [[-10.0, -12.0], [-3.5, -3.5], [-40.25, -31.5], [-1000.25, -998.75], [-8.0, -88.0], [-96.0, -5.0]]
    reference = [[-11.0, -11.0], [-3.5, -3.5], [-38.0, -35.25], [-1003.5, -999.0], [-8.5, -9.0], [-10.0, -4.75]]

    def trl(name, of_lead):
        def terms(x, reference, **params):
            chosen, rejected = (x - reference).unbind(1)
            return of_lead(chosen - rejected, **params)

        return [formula(f"TRL DPOTrainer {name}", terms)]

    def sigmoid(lead, beta, conservative=0.0):
        hit, miss = F.logsigmoid(beta * lead), F.logsigmoid(-beta * lead)
        return -hit * (1 - conservative) - miss * conservative

    def robust(lead, beta, robust):
        hit, miss = F.logsigmoid(beta * lead), F.logsigmoid(-beta * lead)
        return (-hit * (1 - robust) + miss * robust) / (1 - 2 * robust)

    def exo(lead, beta, epsilon):
        hit, miss, epsilon = F.logsigmoid(beta * lead), F.logsigmoid(-beta * lead), torch.tensor(epsilon)
        return hit.exp() * (hit - (1 - epsilon).log()) + miss.exp() * (miss - epsilon.log())

    for beta in [0.1, 0.5]:
        vectors("Dpo", policy, reference, trl("sigmoid", sigmoid), beta=beta)
        vectors("Dpo", policy, reference, trl("sigmoid", sigmoid), beta=beta, conservative=0.125)
        vectors("Dpo", policy, reference, trl("robust", robust), beta=beta, robust=0.25)
        vectors("SlicHinge", policy, reference, trl("hinge", lambda h, beta: (1 - beta * h).relu()), beta=beta)
        ipo = trl("ipo", lambda lead, beta: (lead - 1 / (2 * beta)) ** 2)
        vectors("Ipo", policy, reference, ipo, beta=beta)
        vectors("Exo", policy, reference, trl("exo_pair", exo), beta=beta, epsilon=0.125)

    def simpo(x, lengths, beta, gamma):
        chosen, rejected = (x / lengths).unbind(1)
        return -F.logsigmoid(beta * ((chosen - rejected) - gamma / beta))

    lengths = [[8.0, 16.0], [1.0, 2.0], [32.0, 4.0], [512.0, 256.0], [8.0, 1.0], [3.0, 7.0]]
    vectors("SimPo", policy, lengths, [formula("TRL CPOTrainer simpo", simpo)], beta=2.0, gamma=1.0)
    vectors("SimPo", policy, lengths, [formula("TRL CPOTrainer simpo", simpo)], beta=2.5, gamma=0.5)

    def kto(x, verdicts, beta, z, desirable=1.0, undesirable=1.0):
        reference, good = verdicts.unbind(1)
        lead = x - reference
        chosen, rejected = 1 - (beta * (lead - z)).sigmoid(), 1 - (beta * (z - lead)).sigmoid()
        return torch.where(good == 1.0, desirable * chosen, undesirable * rejected)

    answers = [-10.0, -12.0, -3.5, -1000.25, -30.0, -8.0]
    verdicts = [[-11.0, 1.0], [-11.0, 0.0], [-3.5, 1.0], [-1003.5, 0.0], [-4.0, 1.0], [-40.0, 0.0]]
    trainer = [formula("TRL KTOTrainer", kto)]
    vectors("Kto", answers, verdicts, trainer, beta=0.1, z=0.0)
    vectors("Kto", answers, verdicts, trainer, beta=0.5, z=1.5, desirable=1.25, undesirable=0.75)

    def orpo(x, _, **params):
        chosen, rejected = x.unbind(1)
        odds = (chosen - rejected) - (torch.log1p(-chosen.exp()) - torch.log1p(-rejected.exp()))
        # `lambda` is a word of the language.
        return -chosen - params["lambda"] * F.logsigmoid(odds)

    per_token = [[-0.5, -1.0], [-2.0, -0.25], [-0.75, -0.75], [-0.015625, -6.0], [-9.0, -0.125]]
    vectors("Orpo", per_token, None, [formula("TRL ORPOTrainer", orpo)], **{"lambda": 0.1})
    vectors("Orpo", per_token, None, [formula("TRL ORPOTrainer", orpo)], **{"lambda": 1.0})

    def log_probability(x, tokens, reduction, upstream):
        counted = tokens != 255
        of_tokens = x.log_softmax(1).gather(1, (tokens * counted)[:, None])[:, 0]
        total = of_tokens[counted].sum()
        return total / counted.sum() if reduction == "mean" else total

    def run(prediction, tokens, reduction, params):
        x = torch.tensor(prediction, requires_grad=True)
        value = log_probability(x, torch.tensor(tokens), reduction, **params)
        (params["upstream"] * value).backward()
        return value.detach().numpy(), x.grad.numpy()

    logits = [[2.0, -1.0, 0.5, 0.0], [0.1, 0.2, 0.3, 0.4], [-4.0, 8.0, -2.0, 1.5], [9.0, 0.0, 1.0, 2.0]]
    for tokens, upstream in [([0, 3, 1, 255], 1.0), ([255, 2, 0, 1], -0.25), ([1, 1, 1, 0], 2.0)]:
        peers = [("torch log_softmax, gather", run)]
        vectors("SequenceLogProbability", logits, tokens, peers, ["mean", "sum"], upstream=upstream)
