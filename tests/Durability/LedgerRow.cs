namespace StretchChallenge.Durability;

/// <summary>What the database holds of one person.</summary>
/// <param name="Id">The account.</param>
/// <param name="Credits">Days credited: a volley begins with none.</param>
/// <param name="Completions">Routines done, in all volleys.</param>
/// <param name="Commands">Check-ins taken, in all volleys.</param>
/// <param name="OfVolley">Those of one volley.</param>
internal sealed record LedgerRow(string Id, long Credits, long Completions, long Commands, long OfVolley);
