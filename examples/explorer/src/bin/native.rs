//! The curves as this machine computes them, for the test of the page: `entry from to number …` a line, in bits; answers in bits.

use microloss_explorer::STEPS;
use microloss_explorer::curve::{point, position};
use std::io::{Read, stdin};

fn main() {
    let mut text = String::new();
    stdin().read_to_string(&mut text).unwrap();
    for line in text.lines() {
        let (entry, rest) = line.split_once(' ').unwrap();
        let number = |word| f32::from_bits(u32::from_str_radix(word, 16).unwrap());
        let numbers: Vec<f32> = rest.split(' ').map(number).collect();
        let [from, to, setting @ ..] = &numbers[..] else { panic!("{line}") };
        let points =
            (0..=STEPS).map(|step| point(entry.parse().unwrap(), setting, position(*from, *to, step)));
        let answer = match points.collect::<Option<Vec<_>>>() {
            None => "refused".to_string(),
            Some(points) => {
                let values = points.iter().map(|point| point.value);
                let bits = values
                    .chain(points.iter().map(|point| point.slope))
                    .map(|x| format!("{:08X}", x.to_bits()));
                bits.collect()
            }
        };
        println!("{answer}");
    }
}
