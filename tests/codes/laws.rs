//! What holds for every scenario and for every text.

use super::random::{Random, scenario};
use super::{cases, decode, encode, only_newer_terms, report};
use yuefu::error::Code;
use yuefu::export::{Unsealed, seal, unseal};
use yuefu::wire::code;

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

#[test]
fn what_goes_in_comes_out_and_gives_the_same_report() {
    let mut random = Random(1);
    for _ in 0..cases() {
        let pair = scenario(&mut random, 16);
        let code = encode(&pair.given);
        let back = decode(&code).unwrap_or_else(|error| panic!("{error}: {}", pair.given));
        assert_eq!(back.scenario, pair.back, "of {}", pair.given);
        assert_eq!(back.notes, []);
        assert_eq!(encode(&back.scenario), code, "a scenario has one code");
        assert_eq!(report(&back.scenario), report(&pair.given), "of {}", pair.given);
    }
}

#[test]
fn a_code_is_letters_that_a_link_can_hold() {
    let mut random = Random(2);
    for _ in 0..cases() / 10 {
        let code = encode(&scenario(&mut random, 16).given);
        assert!(code.bytes().all(|letter| LETTERS.contains(&letter)), "{code}");
    }
}

#[test]
fn a_changed_code_is_damaged() {
    let mut random = Random(3);
    let codes: Vec<String> = (0..50).map(|_| encode(&scenario(&mut random, 12).given)).collect();
    for _ in 0..cases() {
        let code = &codes[random.below(50) as usize];
        let changed = change(&mut random, code, &codes);
        if changed != *code {
            let error = decode(&changed).expect_err(&changed);
            assert_eq!(error.code, Code::DamagedCode, "{changed}");
        }
    }
}

/// One of the ways in which a link is spoilt.
fn change(random: &mut Random, code: &str, codes: &[String]) -> String {
    let mut bytes = code.as_bytes().to_vec();
    let place = random.below(bytes.len() as u64) as usize;
    let letter = LETTERS[random.below(64) as usize];
    match random.below(10) {
        0 => bytes.truncate(place),
        1 => drop(bytes.drain(..place)),
        2 => drop(bytes.remove(place)),
        3 => bytes.insert(place, letter),
        4 => bytes[place] = letter,
        5 => {
            for _ in 0..2 + random.below(8) {
                let place = random.below(bytes.len() as u64) as usize;
                bytes[place] = LETTERS[random.below(64) as usize];
            }
        }
        6 => {
            let other = random.below(bytes.len() as u64) as usize;
            bytes.swap(place, other);
        }
        7 => bytes.make_ascii_lowercase(),
        8 => bytes.extend_from_slice(codes[random.below(codes.len() as u64) as usize].as_bytes()),
        _ => bytes = (0..random.below(200)).map(|_| LETTERS[random.below(64) as usize]).collect(),
    }
    String::from_utf8(bytes).expect("letters are ASCII")
}

#[test]
fn any_text_is_refused_without_a_panic() {
    let mut random = Random(4);
    for _ in 0..cases() {
        let length = random.below(60);
        let text: String =
            (0..length).filter_map(|_| char::from_u32(random.below(0x11_0000) as u32)).collect();
        assert_eq!(decode(&text).expect_err(&text).code, Code::DamagedCode);
    }
    assert_eq!(code::decode(&5.into()).expect_err("no text").code, Code::WrongType);
}

/// Somebody who knows the check can seal anything: what comes out is still a scenario that can be simulated.
#[test]
fn a_forged_code_gives_a_whole_scenario_or_nothing() {
    let mut random = Random(5);
    let codes: Vec<String> = (0..50).map(|_| encode(&scenario(&mut random, 6).given)).collect();
    let mut whole = 0;
    for _ in 0..cases() {
        let Unsealed::Content(mut content) = unseal(&codes[random.below(50) as usize]) else {
            panic!("our own code")
        };
        for _ in 0..=random.below(3) {
            let place = random.below(content.len() as u64) as usize;
            match random.below(4) {
                0 => content[place] = random.next() as u8,
                1 => content[place] ^= 1 << random.below(8),
                2 => content.insert(place, random.next() as u8),
                _ => content.truncate(place + 1),
            }
        }
        let Ok(found) = decode(&seal(&content)) else { continue };
        if found.notes.iter().all(|note| note.code != "unknownProduct") {
            report(&found.scenario);
            assert!(decode(&encode(&found.scenario)).is_ok_and(|again| only_newer_terms(&again.notes)));
            whole += 1;
        }
    }
    assert!(whole > 0, "some forgeries are scenarios");
}
