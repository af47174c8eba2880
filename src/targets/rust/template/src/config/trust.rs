//! Which proxies are believed.

use std::net::IpAddr;

/// Whose `X-Forwarded` headers count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    Everyone,
    /// So many proxies, counted from the service.
    Hops(usize),
    Networks(Vec<Network>),
}

/// Addresses that begin with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    Loopback,
    Private,
    Prefix { address: IpAddr, bits: u32 },
}

impl Trust {
    /// `true`, `false`, a number of hops, or a list such as `loopback, 10.0.0.0/8`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "true" => Some(Self::Everyone),
            "false" => Some(Self::Hops(0)),
            _ if text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                text.parse().ok().map(Self::Hops)
            }
            _ => text
                .split(',')
                .map(|part| Network::parse(part.trim()))
                .collect::<Option<_>>()
                .map(Self::Networks),
        }
    }

    /// True if the proxy that is so many hops away may say who sent a request.
    pub fn includes(&self, address: IpAddr, hop: usize) -> bool {
        match self {
            Self::Everyone => true,
            Self::Hops(most) => hop < *most,
            Self::Networks(known) => known.iter().any(|network| network.contains(address)),
        }
    }
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "loopback" => return Some(Self::Loopback),
            "uniquelocal" | "linklocal" => return Some(Self::Private),
            _ => {}
        }
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(one, two)| (one, Some(two)));
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits =
            bits.map_or(Some(most), |bits| bits.parse().ok().filter(|bits| *bits <= most))?;
        Some(Self::Prefix { address, bits })
    }

    fn contains(self, address: IpAddr) -> bool {
        match (self, address.to_canonical()) {
            (Self::Loopback, own) => own.is_loopback(),
            (Self::Private, IpAddr::V4(own)) => own.is_private() || own.is_link_local(),
            (Self::Private, IpAddr::V6(own)) => {
                own.is_unique_local() || own.is_unicast_link_local()
            }
            (Self::Prefix { address: IpAddr::V4(known), bits }, IpAddr::V4(own)) => same_prefix(
                u128::from(known.to_bits()) << 96,
                u128::from(own.to_bits()) << 96,
                bits,
            ),
            (Self::Prefix { address: IpAddr::V6(known), bits }, IpAddr::V6(own)) => {
                same_prefix(known.to_bits(), own.to_bits(), bits)
            }
            _ => false,
        }
    }
}

fn same_prefix(one: u128, other: u128, bits: u32) -> bool {
    (one ^ other).checked_shr(128 - bits).unwrap_or(0) == 0
}
