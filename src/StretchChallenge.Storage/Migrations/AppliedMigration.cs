namespace StretchChallenge.Storage.Migrations;

/// <summary>A migration as the database remembers it.</summary>
internal sealed class AppliedMigration
{
    /// <summary>Its place.</summary>
    public int Number { get; init; }

    /// <summary>The file's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The checksum that the file had.</summary>
    public string Checksum { get; init; } = "";
}
