"""ASN Netral: offline learning about the neutrality of Indonesian civil servants in regional head elections."""

__version__ = "0.1.0"
