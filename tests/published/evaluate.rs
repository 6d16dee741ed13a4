//! A loss that a line of a table names, evaluated by the crate.

use microloss::*;

/// Evaluates the loss that a line names, or the function.
pub fn evaluate(v: &Vector<'_>) -> Outcome {
    let parameter = |name| v.given::<f32>(name);
    match v.loss {
        "SquaredError" => match v.list("sample_weights") {
            Some(weights) => v.elementwise(&Weighted::new(SquaredError::new(), &weights)),
            None => v.elementwise(&SquaredError::new()),
        },
        "Quantiles" => {
            let loss = Quantiles::<3>::new(v.array("taus").unwrap(), parameter("crossing_penalty"));
            v.rows(&loss, &v.prediction, &v.target)
        }

        "SigmoidCrossEntropy" if v.list("positive_weights").is_some() => {
            let positive: [f32; 4] = v.array("positive_weights").unwrap();
            let label = SigmoidCrossEntropy::new();
            let loss = PerOutput::new(positive.map(|weight| label.with_positive_weight(weight)));
            let targets = chunks(&v.target);
            match v.array("weights") {
                None => v.rows(&loss, &v.prediction, targets),
                Some(weights) => v.rows(&loss.with_owned_weights(weights), &v.prediction, targets),
            }
        }
        "SigmoidCrossEntropy" => {
            let mut loss = SigmoidCrossEntropy::new();
            loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            loss = v.parameter("positive_weight").map_or(loss, |weight| loss.with_positive_weight(weight));
            v.elementwise(&loss)
        }
        "SigmoidFocal" if v.parameter("smoothing").is_some() => {
            let loss = SigmoidFocal::new(parameter("gamma"));
            v.elementwise(&Smoothed::new(loss, parameter("smoothing")))
        }
        "BernoulliNll" => {
            let loss = BernoulliNll::new();
            v.elementwise(&v.parameter("floor").map_or(loss, |floor| loss.with_floor(floor)))
        }

        "SoftmaxCrossEntropy" => {
            let loss = cross_entropy(v);
            v.array("weights")
                .map_or_else(|| v.labelled(&loss), |w| v.labelled(&loss.with_owned_class_weights(w)))
        }
        "temperature_gradient" => {
            let (loss, rows, labels) = (cross_entropy(v), chunks(&v.prediction), v.labels());
            let slope = match v.array("weights") {
                None => loss.temperature_gradient(rows, &labels, v.reduction()),
                Some(w) => loss.with_class_weights(&w).temperature_gradient(rows, &labels, v.reduction()),
            };
            outcome(&[slope.unwrap()], &[])
        }
        "SoftmaxCrossEntropyDense" => {
            let mut loss = SoftmaxCrossEntropyDense::<4>::new();
            loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            match v.array("weights") {
                None => v.rows(&loss, &v.prediction, chunks(&v.target)),
                Some(w) => v.rows(&loss.with_owned_class_weights(w), &v.prediction, chunks(&v.target)),
            }
        }
        "SoftmaxFocal" => {
            let loss = SoftmaxFocal::new(parameter("gamma"));
            v.array("alpha")
                .map_or_else(|| v.labelled(&loss), |alpha| v.labelled(&loss.with_owned_alpha(alpha)))
        }
        "SoftmaxBrier" => v.labelled(&SoftmaxBrier::new()),
        "Coral" => {
            let loss = Coral::new();
            v.array("importance")
                .map_or_else(|| v.labelled(&loss), |w| v.labelled(&loss.with_owned_importance(w)))
        }
        "SoftmaxFocalDense" => {
            let mut loss = SoftmaxFocalDense::<4>::new(parameter("gamma"));
            loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            match v.array("alpha") {
                None => v.rows(&loss, &v.prediction, chunks(&v.target)),
                Some(alpha) => v.rows(&loss.with_owned_alpha(alpha), &v.prediction, chunks(&v.target)),
            }
        }
        "CrammerSingerHinge" => v.labelled(&CrammerSingerHinge::new(v.parameter("margin").unwrap_or(1.0))),
        "WestonWatkinsHinge" => {
            let mut loss = WestonWatkinsHinge::new(parameter("margin"));
            loss = if parameter("p") == 2.0 { loss.squared() } else { loss };
            v.array("weights")
                .map_or_else(|| v.labelled(&loss), |w| v.labelled(&loss.with_owned_class_weights(w)))
        }

        "GaussianKl" => {
            v.parts(&GaussianKl::<3>::new().with_free_bits(v.parameter("free_bits").unwrap_or(0.0)))
        }
        "GaussianKlBetween" => {
            v.parts(&GaussianKlBetween::<3>::new().with_free_bits(v.parameter("free_bits").unwrap_or(0.0)))
        }
        "Elbo" => {
            let loss = Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()).with_beta(parameter("beta"));
            let (pixels, codes) = v.prediction.split_at(4);
            let latent: Vec<[[f32; 1]; 2]> =
                chunks(codes).iter().map(|[mean, log]| [[*mean], [*log]]).collect();
            let (mut by_pixel, mut by_code) = ([0.0; 4], latent.clone());
            let terms = loss
                .value_and_gradient(pixels, &v.target, &latent, v.reduction(), &mut by_pixel, &mut by_code)
                .unwrap();
            let by_code = by_code.as_flattened().as_flattened();
            outcome(&[terms.negative_elbo], &[&by_pixel, by_code].concat())
        }
        "GanGenerator" => v.batch(&GanGenerator::new(v.gan()), &v.prediction, &vec![(); v.prediction.len()]),
        "GanDiscriminator" => {
            let loss = GanDiscriminator::new(v.gan());
            let loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            v.batch(&loss, &v.prediction, &v.members())
        }
        "NoisePrediction" => {
            let snr = v.list("snr").unwrap();
            let noise = chunks::<3>(&v.target).iter().zip(snr);
            let targets: Vec<_> = noise.map(|(noise, snr)| Noise { noise: *noise, snr }).collect();
            let mut loss = NoisePrediction::new();
            loss = v.parameter("gamma").map_or(loss, |gamma| loss.with_min_snr(gamma));
            v.rows(&loss, &v.prediction, &targets)
        }

        "MultiLabelMargin" => v.rows(&MultiLabelMargin::<4>::new(), &v.prediction, v.members().as_chunks().0),
        "Poly1CrossEntropy" => v.labelled(&Poly1CrossEntropy::new(parameter("epsilon"))),
        "GeneralizedCrossEntropy" => v.labelled(&GeneralizedCrossEntropy::new(parameter("q"))),
        "Tversky" => {
            let loss = Tversky::<4>::new(parameter("alpha"), parameter("beta"));
            let loss = loss.with_smooth(parameter("smooth"));
            match v.parameter("ignored") {
                None => v.rows(&loss, &v.prediction, chunks(&v.target)),
                Some(target) => v.rows(&loss.ignoring(target), &v.prediction, chunks(&v.target)),
            }
        }
        "SigmoidTversky" => {
            let loss = SigmoidTversky::<4>::new(parameter("alpha"), parameter("beta"));
            let loss = loss.with_smooth(parameter("smooth"));
            match v.parameter("ignored") {
                None => v.rows(&loss, &v.prediction, chunks(&v.target)),
                Some(target) => v.rows(&loss.ignoring(target), &v.prediction, chunks(&v.target)),
            }
        }
        "SoftmaxTversky" => {
            let loss = SoftmaxTversky::<3, 4, u8>::new(parameter("alpha"), parameter("beta"));
            let pixels: Vec<[[f32; 3]; 4]> = chunks::<12>(&v.prediction)
                .iter()
                .map(|row| core::array::from_fn(|i| core::array::from_fn(|k| row[3 * i + k])))
                .collect();
            let loss = loss.with_smooth(parameter("smooth"));
            let loss = v.parameter("ignored").map_or(loss, |label| loss.ignoring(label as u8));
            let (labels, is_present_only) = (v.labels(), v.parameter("present_only").is_some());
            let labels = labels.as_chunks().0;
            match (v.array("weights"), is_present_only) {
                (None, false) => v.batch(&loss, &pixels, labels),
                (None, true) => v.batch(&loss.present_only(), &pixels, labels),
                (Some(w), false) => v.batch(&loss.with_owned_class_weights(w), &pixels, labels),
                (Some(w), true) => v.batch(&loss.with_owned_class_weights(w).present_only(), &pixels, labels),
            }
        }
        "BoxIou" => v.rows(&BoxIou::new(), &v.prediction, chunks(&v.target)),
        "BoxGiou" => v.rows(&BoxGiou::new(), &v.prediction, chunks(&v.target)),
        "Ctc" => {
            let (frames, labels) = (chunks::<4>(&v.prediction), v.labels());
            let mut gradient = frames.to_vec();
            let mut scratch = vec![f32::NAN; Ctc::<4, u8>::scratch_len(frames.len(), labels.len())];
            let value = Ctc::<4, u8>::new(parameter("blank") as u8).value_and_gradient(
                frames,
                &labels,
                v.reduction(),
                &mut gradient,
                &mut scratch,
            );
            outcome(&[value.unwrap()], gradient.as_flattened())
        }

        "BradleyTerry" => {
            let loss = BradleyTerry::new();
            let loss = v.parameter("centring").map_or(loss, |coefficient| loss.with_centring(coefficient));
            v.rows(&loss, &v.prediction, &v.target)
        }
        "Dpo" => {
            let mut loss = Dpo::new(parameter("beta"));
            loss = v.parameter("conservative").map_or(loss, |epsilon| loss.conservative(epsilon));
            loss = v.parameter("robust").map_or(loss, |epsilon| loss.robust(epsilon));
            v.rows(&loss, &v.prediction, chunks(&v.target))
        }
        "SlicHinge" => v.rows(&SlicHinge::new(parameter("beta")), &v.prediction, chunks(&v.target)),
        "Ipo" => v.rows(&Ipo::new(parameter("beta")), &v.prediction, chunks(&v.target)),
        "Exo" => v.rows(&Exo::new(parameter("beta"), parameter("epsilon")), &v.prediction, chunks(&v.target)),
        "SimPo" => {
            let lengths: Vec<_> = chunks::<2>(&v.target).iter().map(|row| row.map(|n| n as u32)).collect();
            v.rows(&SimPo::new(parameter("beta"), parameter("gamma")), &v.prediction, &lengths)
        }
        "Kto" => {
            let mut loss = Kto::new(parameter("beta"), parameter("z"));
            if let Some(desirable) = v.parameter("desirable") {
                loss = loss.with_weights(desirable, parameter("undesirable"));
            }
            let verdicts = chunks(&v.target).iter();
            let verdicts = verdicts.map(|&[reference, good]| Verdict { reference, desirable: good == 1.0 });
            v.batch(&loss, &v.prediction, &verdicts.collect::<Vec<_>>())
        }
        "Orpo" => v.rows(&Orpo::new(parameter("lambda")), &v.prediction, &vec![(); v.prediction.len() / 2]),
        "SequenceLogProbability" => {
            let logits = chunks::<4>(&v.prediction);
            let mut gradient = logits.to_vec();
            let value = SequenceLogProbability::new().ignoring(255).value_and_gradient(
                logits,
                &v.labels(),
                v.reduction(),
                parameter("upstream"),
                &mut gradient,
            );
            outcome(&[value.unwrap()], gradient.as_flattened())
        }

        "Ppo" => {
            let loss = Ppo::new(0.2).with_range(parameter("low"), parameter("high"));
            let loss = v.parameter("dual").map_or(loss, |bound| loss.with_dual_clip(bound));
            let actions = chunks(&v.target).iter();
            let actions = actions.map(|&[log_probability, advantage]| Action { log_probability, advantage });
            v.batch(&loss, &v.prediction, &actions.collect::<Vec<_>>())
        }
        "Reinforce" => {
            let choices = chunks(&v.target).iter();
            let choices = choices.map(|&[action, advantage]| Choice { action: action as u8, advantage });
            v.rows(&Reinforce::<4>::new(), &v.prediction, &choices.collect::<Vec<_>>())
        }
        "ClippedValue" => {
            let estimates = chunks(&v.target).iter().map(|&[old, outcome]| Estimate { old, outcome });
            let loss = ClippedValue::new(parameter("epsilon"));
            v.batch(&loss, &v.prediction, &estimates.collect::<Vec<_>>())
        }
        "EntropyBonus" => v.rows(&EntropyBonus::<4>::new(), &v.prediction, &vec![(); v.prediction.len() / 4]),

        "Triplet" => {
            let mut loss = match (v.parameter("soft"), v.parameter("margin")) {
                (None, margin) => Triplet::new(margin.unwrap()),
                (_, None) => Triplet::soft(),
                (_, Some(margin)) => Triplet::soft_with_margin(margin),
            };
            loss = v.parameter("squared").map_or(loss, |_| loss.squared());
            v.parts(&v.parameter("swap").map_or(loss, |_| loss.with_swap()))
        }
        "Contrastive" => v.batch(&Contrastive::new(parameter("margin")), &v.matrices(), &v.members()),
        "LinearContrastive" => {
            let loss = LinearContrastive::new(parameter("margin"));
            let loss = loss.with_positive_margin(v.parameter("positive_margin").unwrap_or(0.0));
            v.batch(&loss, &v.matrices(), &v.members())
        }
        "CosineTriplet" => v.parts(&CosineTriplet::new(parameter("margin"))),
        "CosineEmbedding" => v.batch(&CosineEmbedding::new(parameter("margin")), &v.matrices(), &v.members()),
        "MarginRanking" => v.rows(&MarginRanking::new(parameter("margin")), &v.prediction, &v.target),

        "InfoNce" => {
            let (embeddings, temperature) = v.scaled();
            let (anchors, candidates) = embeddings.split_at(parameter("anchors") as usize);
            let mut gradient = embeddings.to_vec();
            let (of_anchors, of_candidates) = gradient.split_at_mut(anchors.len());
            let mut scratch = vec![f32::NAN; InfoNce::scratch_len(candidates.len(), 3)];
            let mut loss = InfoNce::new(temperature);
            loss = v.parameter("negatives_only").map_or(loss, |_| loss.negatives_only());
            let (reduction, scratch) = (v.reduction(), &mut scratch);
            let answer =
                loss.value_and_gradient(anchors, candidates, reduction, of_anchors, of_candidates, scratch);
            v.tempered(answer, &gradient)
        }
        "NtXent" => {
            let (embeddings, temperature) = v.scaled();
            let mut gradient = embeddings.to_vec();
            let mut scratch = vec![f32::NAN; NtXent::scratch_len(embeddings.len(), 3)];
            let (loss, reduction, scratch) = (NtXent::new(temperature), v.reduction(), &mut scratch);
            let answer = match v.parameter("by_label") {
                None => loss.value_and_gradient(embeddings, reduction, &mut gradient, scratch),
                Some(_) => {
                    let labels = v.labels();
                    loss.value_and_gradient_by_label(embeddings, &labels, reduction, &mut gradient, scratch)
                }
            };
            v.tempered(answer, &gradient)
        }
        "SupervisedContrastive" if v.parameter("anchors").is_some() => {
            let (all, temperature) = v.scaled();
            let (labels, mut gradient, anchors) = (v.labels(), all.to_vec(), parameter("anchors") as usize);
            let (embeddings, stored) = all.split_at(anchors);
            let references = References { embeddings: stored, labels: &labels[anchors..] };
            let (of_embeddings, of_references) = gradient.split_at_mut(anchors);
            let len = SupervisedContrastive::scratch_len_against(stored.len(), 3);
            let answer = SupervisedContrastive::new(temperature).value_and_gradient_against(
                embeddings,
                &labels[..anchors],
                references,
                v.reduction(),
                of_embeddings,
                Some(of_references),
                &mut vec![f32::NAN; len],
            );
            v.tempered(answer, &gradient)
        }
        "SupervisedContrastive" => {
            let (embeddings, temperature) = v.scaled();
            let (labels, mut gradient) = (v.labels(), embeddings.to_vec());
            let mut scratch = vec![f32::NAN; SupervisedContrastive::scratch_len(embeddings.len(), 3)];
            let loss = SupervisedContrastive::new(temperature);
            let (reduction, scratch) = (v.reduction(), &mut scratch);
            let answer = loss.value_and_gradient(embeddings, &labels, reduction, &mut gradient, scratch);
            v.tempered(answer, &gradient)
        }
        "Clip" => {
            let (embeddings, log_scale) = v.scaled();
            let (images, texts) = embeddings.split_at(embeddings.len() / 2);
            let mut gradient = embeddings.to_vec();
            let (of_images, of_texts) = gradient.split_at_mut(images.len());
            let mut scratch = vec![f32::NAN; Clip::scratch_len(images.len(), 3)];
            let (reduction, scratch) = (v.reduction(), &mut scratch);
            let loss = Clip::new(log_scale);
            let answer = loss.value_and_gradient(images, texts, reduction, of_images, of_texts, scratch);
            v.tempered(answer, &gradient)
        }

        "SigLip" => {
            let (embeddings, numbers) = v.prediction.split_at(v.prediction.len() - 2);
            let (images, texts) = chunks::<3>(embeddings).split_at(parameter("images") as usize);
            let mut loss = SigLip::new(numbers[0], numbers[1]);
            loss = v.parameter("negatives_only").map_or(loss, |_| loss.negatives_only());
            let (mut of_images, mut of_texts) = (images.to_vec(), texts.to_vec());
            let mut scratch = vec![f32::NAN; SigLip::scratch_len(texts.len(), 3)];
            let Biased { value, log_scale, bias } = loss
                .value_and_gradient(images, texts, v.reduction(), &mut of_images, &mut of_texts, &mut scratch)
                .unwrap();
            outcome(
                &[value],
                &[of_images.as_flattened(), of_texts.as_flattened(), &[log_scale, bias]].concat(),
            )
        }
        "CosineClassifier" => {
            let (embeddings, classes) = chunks::<3>(&v.prediction).split_at(parameter("embeddings") as usize);
            let mut loss = CosineClassifier::new(parameter("scale"));
            loss = v.parameter("cosine_margin").map_or(loss, |margin| loss.with_cosine_margin(margin));
            loss = match (v.parameter("angular_margin"), v.parameter("easy")) {
                (None, _) => loss,
                (Some(margin), None) => loss.with_angular_margin(margin),
                (Some(margin), Some(_)) => loss.with_easy_angular_margin(margin),
            };
            let (mut of_embeddings, mut of_classes) = (embeddings.to_vec(), classes.to_vec());
            let mut scratch = vec![f32::NAN; CosineClassifier::scratch_len(classes.len(), 3)];
            let (labels, reduction, scratch) = (v.labels(), v.reduction(), &mut scratch);
            let value = loss
                .value_and_gradient(
                    embeddings,
                    &labels,
                    classes,
                    reduction,
                    &mut of_embeddings,
                    &mut of_classes,
                    scratch,
                )
                .unwrap();
            outcome(&[value], &[of_embeddings.as_flattened(), of_classes.as_flattened()].concat())
        }

        "ExpectedCost" => {
            let costs = v.array::<16>("costs").unwrap();
            let costs = CostMatrix::new(core::array::from_fn(|y| core::array::from_fn(|k| costs[4 * y + k])));
            v.labelled(&ExpectedCost::new(costs))
        }

        "GaussianNll" if v.parameter("floor").is_some() => {
            let loss = ScaleFloor::new(GaussianNll::new(), parameter("floor"));
            v.rows(&loss, &v.prediction, &v.target)
        }
        "LaplaceNll" if v.parameter("floor").is_some() => {
            let loss = ScaleFloor::new(LaplaceNll::new(), parameter("floor"));
            v.rows(&loss, &v.prediction, &v.target)
        }
        "GaussianNll" => {
            let loss = if parameter("full") == 0.0 { GaussianNll::new() } else { GaussianNll::new().full() };
            v.rows::<2, _>(&loss, &v.prediction, &v.target)
        }
        "LaplaceNll" => {
            let loss =
                if v.parameter("full") == Some(0.0) { LaplaceNll::new() } else { LaplaceNll::new().full() };
            v.rows::<2, _>(&loss, &v.prediction, &v.target)
        }
        "PoissonNll" => {
            let loss = if parameter("full") == 0.0 { PoissonNll::new() } else { PoissonNll::new().full() };
            v.elementwise(&loss)
        }
        "SoftmaxKl" => v.rows(&SoftmaxKl::<4>::new(), &v.prediction, chunks(&v.target)),
        "CategoricalNll" => {
            let loss = CategoricalNll::new();
            v.labelled(&v.parameter("floor").map_or(loss, |floor| loss.with_floor(floor)))
        }
        "KlDivergence" => {
            let loss = KlDivergence::<4>::new();
            let loss = v.parameter("floor").map_or(loss, |floor| loss.with_floor(floor));
            v.rows(&loss, &v.prediction, chunks(&v.target))
        }
        "JensenShannon" => v.rows(&JensenShannon::<4>::new(), &v.prediction, chunks(&v.target)),
        "SoftmaxReverseKl" => v.rows(&SoftmaxReverseKl::<4>::new(), &v.prediction, chunks(&v.target)),
        "SoftmaxJensenShannon" => v.rows(&SoftmaxJensenShannon::<4>::new(), &v.prediction, chunks(&v.target)),
        "Distillation" => {
            v.rows(&Distillation::<4>::new(parameter("temperature")), &v.prediction, chunks(&v.target))
        }
        "EnergyNll" => v.labelled(&EnergyNll::new(parameter("temperature"))),
        "EnergyPerceptron" => v.labelled(&EnergyPerceptron::new()),
        "EnergyHinge" => v.labelled(&EnergyHinge::new(parameter("margin"))),
        "ContrastiveDivergence" => {
            let loss = ContrastiveDivergence::new().with_regularization(parameter("regularization"));
            v.rows::<2, _>(&loss, &v.prediction, &[()])
        }
        "free_energy" => {
            let mut gradient = vec![f32::NAN; v.prediction.len()];
            let value =
                free_energy_and_gradient(&v.prediction, parameter("temperature"), &mut gradient).unwrap();
            outcome(&[value], &gradient)
        }
        "kl_divergence" => outcome(&[kl_divergence(&v.prediction, &v.target).unwrap()], &[]),
        "entropy" => outcome(&[entropy(&v.prediction)], &[]),

        "L1" => v.penalty(&L1::new(parameter("l1"))),
        "L2" => v.penalty(&L2::new(parameter("l2"))),
        "ElasticNet" => v.penalty(&ElasticNet::new(parameter("l1"), parameter("l2"))),

        "sigmoid" => v.function(math::sigmoid),
        "softplus" => v.function(math::softplus),
        "log_sigmoid" => v.function(math::log_sigmoid),
        "ln_cosh" => v.function(math::ln_cosh),
        "log1m_exp" => v.function(math::log1m_exp),
        "log_sum_exp" => outcome(&[math::log_sum_exp(&v.prediction)], &[]),
        "softmax" | "log_softmax" => {
            let function = if v.loss == "softmax" { math::softmax } else { math::log_softmax };
            let mut out = vec![f32::NAN; v.prediction.len()];
            function(&v.prediction, parameter("temperature"), &mut out).unwrap();
            outcome(&out, &[])
        }
        unknown => elementwise(v)
            .unwrap_or_else(|| panic!("no loss {unknown}: give it an arm in tests/published/evaluate.rs")),
    }
}

/// A parameter of a constructor, from its number in a table.
trait Parameter {
    fn of(number: f32) -> Self;
}

impl Parameter for f32 {
    fn of(number: f32) -> Self {
        number
    }
}

impl Parameter for KlEstimator {
    fn of(number: f32) -> Self {
        [Self::K1, Self::K2, Self::K3][number as usize - 1]
    }
}

/// Evaluates an elementwise loss by its entry in the registry: the constructor takes its parameters from the line, and so does every
/// option that the line names. Returns `None` if the line names no such loss.
fn elementwise(v: &Vector<'_>) -> Option<Outcome> {
    macro_rules! losses {
        ($($family:ident { $(
            $name:ident $([$($generic:tt)*])?: $kind:ident $draws:tt,
            $new:ident($($parameter:ident = $value:expr),*) $(.$option:ident($($argument:ident = $other:expr),*))*,
            convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
        )* })*) => {
            $($(losses!(@$kind $name $new [$($parameter)*] $($option [$($argument)*])*);)*)*
        };
        (@elementwise $name:ident $new:ident [$($parameter:ident)*] $($option:ident [$argument:ident])*) => {
            if v.loss == stringify!($name) {
                v.has_only(&[$(stringify!($parameter),)* $(stringify!($argument)),*]);
                let loss = $name::$new($(v.given(stringify!($parameter))),*);
                $(
                    let loss = match v.parameter(stringify!($argument)) {
                        Some(number) => loss.$option(number),
                        None => loss,
                    };
                )*
                return Some(v.elementwise(&loss));
            }
        };
        (@$kind:ident $($rest:tt)*) => {};
    }
    microloss::for_each_loss!(losses);
    None
}

fn cross_entropy(v: &Vector<'_>) -> SoftmaxCrossEntropy<4> {
    let mut loss = SoftmaxCrossEntropy::new();
    loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
    loss =
        v.parameter("unmasked_smoothing").map_or(loss, |epsilon| loss.with_unmasked_label_smoothing(epsilon));
    loss = v.parameter("ignored").map_or(loss, |label| loss.ignoring(label as u8));
    v.parameter("temperature").map_or(loss, |temperature| loss.with_temperature(temperature))
}

/// Value, or one number a row, and gradient.
pub struct Outcome {
    pub value: Vec<f32>,
    pub gradient: Vec<f32>,
}

fn outcome(value: &[f32], gradient: &[f32]) -> Outcome {
    Outcome { value: value.to_vec(), gradient: gradient.to_vec() }
}

/// One line of a table: `loss, variant | parameters | prediction | target | reduction | value | gradient | remark`.
pub struct Vector<'a> {
    pub line: &'a str,
    pub loss: &'a str,
    parameters: &'a str,
    prediction: Vec<f32>,
    target: Vec<f32>,
    reduction: &'a str,
    pub value: &'a str,
    pub gradient: &'a str,
}

/// The words of a list.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',']).filter(|word| !word.is_empty())
}

/// Numbers in decimals, or their bits in hexadecimals.
fn numbers(text: &str) -> Vec<f32> {
    let number = |word: &str| match word.strip_prefix("0x") {
        Some(bits) => u32::from_str_radix(bits, 16).ok().map(f32::from_bits),
        None => word.parse().ok(),
    };
    words(text).map(|word| number(word).unwrap_or_else(|| panic!("{word} is no number"))).collect()
}

fn chunks<const K: usize>(numbers: &[f32]) -> &[[f32; K]] {
    let (rows, rest) = numbers.as_chunks();
    assert!(rest.is_empty(), "{} numbers in rows of {K}", numbers.len());
    rows
}

impl<'a> Vector<'a> {
    pub fn parse(line: &'a str) -> Self {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [loss, parameters, prediction, target, reduction, value, gradient, _remark] = fields[..] else {
            panic!("not 8 fields: {line}");
        };
        let (loss, _variant) = loss.split_once(", ").unwrap_or((loss, ""));
        let (prediction, target) = (numbers(prediction), numbers(target));
        Self { line, loss, parameters, prediction, target, reduction, value, gradient }
    }

    fn list(&self, name: &str) -> Option<Vec<f32>> {
        let mut pairs = self.parameters.split(' ').filter_map(|pair| pair.split_once('='));
        pairs.find(|pair| pair.0 == name).map(|pair| numbers(pair.1))
    }

    fn array<const K: usize>(&self, name: &str) -> Option<[f32; K]> {
        self.list(name).map(|list| list.try_into().expect(self.line))
    }

    pub fn parameter(&self, name: &str) -> Option<f32> {
        self.array(name).map(|[parameter]| parameter)
    }

    fn given<P: Parameter>(&self, name: &str) -> P {
        P::of(self.parameter(name).unwrap_or_else(|| panic!("no {name} in: {}", self.line)))
    }

    /// Panics if the line has a parameter that is not among these.
    fn has_only(&self, names: &[&str]) {
        let mut given = self.parameters.split(' ').filter_map(|pair| pair.split_once('='));
        let unknown = given.find(|(name, _)| !names.contains(name));
        assert!(
            unknown.is_none(),
            "{unknown:?}: give it an arm in tests/published/evaluate.rs: {}",
            self.line
        );
    }

    /// The adversarial loss, by its place in the list; the published one by default.
    fn gan(&self) -> Gan {
        let kinds = [Gan::Minimax, Gan::NonSaturating, Gan::LeastSquares, Gan::Hinge, Gan::Wasserstein];
        kinds[self.parameter("gan").unwrap_or(1.0) as usize]
    }

    fn members(&self) -> Vec<bool> {
        self.target.iter().map(|y| *y == 1.0).collect()
    }

    /// Rows of M parts, of a loss without targets.
    fn parts<const M: usize>(&self, loss: &impl Loss<Prediction = [[f32; 3]; M], Target = ()>) -> Outcome {
        let rows = self.matrices();
        self.batch(loss, &rows, &vec![(); rows.len()])
    }

    fn matrices<const M: usize>(&self) -> Vec<[[f32; 3]; M]> {
        chunks(&self.prediction).chunks(M).map(|row| row.try_into().unwrap()).collect()
    }

    /// Embeddings, and the number that scales their cosines.
    fn scaled(&self) -> (&[[f32; 3]], f32) {
        let (scale, embeddings) = self.prediction.split_last().unwrap();
        (chunks(embeddings), *scale)
    }

    fn tempered(&self, answer: Result<Tempered, Error>, gradient: &[[f32; 3]]) -> Outcome {
        let Tempered { value, slope } = answer.unwrap();
        outcome(&[value], &[gradient.as_flattened(), &[slope]].concat())
    }

    fn labels(&self) -> Vec<u8> {
        self.target.iter().map(|label| *label as u8).collect()
    }

    fn reduction(&self) -> Reduction {
        match self.reduction {
            "mean" => Reduction::Mean,
            "sum" => Reduction::Sum,
            _ => panic!("no reduction: {}", self.line),
        }
    }

    fn elementwise(&self, loss: &impl Loss<Prediction = f32, Target = f32>) -> Outcome {
        self.batch(loss, &self.prediction, &self.target)
    }

    fn labelled(&self, loss: &impl Loss<Prediction = [f32; 4], Target = u8>) -> Outcome {
        self.rows(loss, &self.prediction, &self.labels())
    }

    fn rows<const K: usize, T>(
        &self,
        loss: &impl Loss<Prediction = [f32; K], Target = T>,
        prediction: &[f32],
        target: &[T],
    ) -> Outcome {
        self.batch(loss, chunks(prediction), target)
    }

    fn batch<R: Row, T>(
        &self,
        loss: &impl Loss<Prediction = R, Target = T>,
        prediction: &[R],
        target: &[T],
    ) -> Outcome {
        if self.reduction == "none" {
            let mut terms = vec![f32::NAN; prediction.len()];
            loss.terms(prediction, target, &mut terms).unwrap();
            return outcome(&terms, &[]);
        }
        let mut gradient = prediction.to_vec();
        let value = loss.value_and_gradient(prediction, target, self.reduction(), &mut gradient).unwrap();
        let gradient: Vec<f32> = gradient.iter_mut().flat_map(Row::elements_mut).map(|g| *g).collect();
        outcome(&[value], &gradient)
    }

    fn penalty(&self, penalty: &impl Penalty) -> Outcome {
        let mut gradient = vec![0.0; self.prediction.len()];
        let value = penalty.value_and_add_gradient(&self.prediction, &mut gradient).unwrap();
        outcome(&[value], &gradient)
    }

    fn function(&self, function: fn(f32) -> f32) -> Outcome {
        let values: Vec<f32> = self.prediction.iter().map(|x| function(*x)).collect();
        outcome(&values, &[])
    }
}
