namespace StretchChallenge.Storage.PrivateHealth;

/// <summary>A row of <c>health_records</c>.</summary>
internal sealed class HealthRecordRow
{
    public string RecordId { get; init; } = "";

    public byte[] Sealed { get; init; } = [];
}
