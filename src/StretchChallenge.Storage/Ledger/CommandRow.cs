namespace StretchChallenge.Storage.Ledger;

/// <summary>A row of <c>commands</c>.</summary>
internal sealed class CommandRow
{
    public string CommandId { get; init; } = "";

    public string Fingerprint { get; init; } = "";

    public string Answer { get; init; } = "";

    public DateTimeOffset RecordedAt { get; init; }

    public CommandRecord ToRecord() => new(CommandId, Fingerprint, Answer, RecordedAt);
}
