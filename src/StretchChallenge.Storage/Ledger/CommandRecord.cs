namespace StretchChallenge.Storage.Ledger;

/// <summary>A command that a person's check-in carried, kept so that a repeat gets the first answer.</summary>
/// <param name="Id">Chosen by the client, unique for the person.</param>
/// <param name="Fingerprint">Of what was asked: the same id with another fingerprint is a conflict.</param>
/// <param name="Answer">The first answer, as JSON.</param>
/// <param name="RecordedAt">When the server took it.</param>
public sealed record CommandRecord(string Id, string Fingerprint, string Answer, DateTimeOffset RecordedAt);
