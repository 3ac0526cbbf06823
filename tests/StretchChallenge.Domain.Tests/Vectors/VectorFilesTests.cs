namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>A file or case that cannot be read must fail under its name instead of being ignored.</summary>
public sealed class VectorFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vectors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public void ReadFolder_AMalformedFile_IsACaseThatFails(string text)
    {
        var vector = Assert.Single(Read(text));

        Assert.Equal("broken.json: file", vector.ToString());
        AssertFails(vector);
    }

    [Theory]
    [InlineData("""[1]""")]
    [InlineData("""[{ "kind": "date" }]""")]
    [InlineData("""[{ "name": "x" }]""")]
    [InlineData("""[{ "name": "x", "kind": "other", "expect": 1 }]""")]
    [InlineData("""[{ "name": "x", "kind": "date", "instant": "2026-03-29T00:30:00Z", "zone": "Europe/Berlin" }]""")]
    [InlineData("""[{ "name": "x", "kind": "date", "zone": "Europe/Berlin", "expect": "2026-03-29" }]""")]
    [InlineData("""[{ "name": "x", "kind": "date", "instant": "yesterday", "zone": "Europe/Berlin", "expect": "2026-03-29" }]""")]
    [InlineData("""[{ "name": "x", "kind": "date", "instant": "2026-03-29T00:30:00Z", "zone": "Berlin", "expect": "2026-03-29" }]""")]
    [InlineData("""[{ "name": "x", "kind": "date", "instant": "2026-03-29T00:30:00Z", "zone": "Europe/Berlin", "expect": "2026-03-28" }]""")]
    [InlineData("""[{ "name": "x", "kind": "session", "steps": [], "at": 0, "expect": { "step": 0 } }]""")]
    [InlineData("""[{ "name": "x", "kind": "session", "steps": [1], "events": [["stop", 0]], "at": 0, "expect": { "step": 0 } }]""")]
    [InlineData("""[{ "name": "x", "kind": "session", "steps": [1], "events": ["start"], "at": 0, "expect": { "step": 0 } }]""")]
    [InlineData("""[{ "name": "x", "kind": "session", "steps": [1], "at": 0, "expect": { "stepp": 0 } }]""")]
    [InlineData("""[{ "name": "x", "kind": "order", "board": "teams", "rows": [], "expect": [] }]""")]
    [InlineData("""[{ "name": "x", "kind": "order", "board": "teamStreak", "rows": [], "expect": [{ "id": "a" }] }]""")]
    public void ReadFolder_AMalformedOrWrongCase_Fails(string text)
    {
        AssertFails(Assert.Single(Read(text)));
    }

    [Fact]
    public void ReadFolder_NoFiles_IsACaseThatFails()
    {
        AssertFails(Assert.Single(VectorFiles.ReadFolder(_folder.FullName)));
        AssertFails(Assert.Single(VectorFiles.ReadFolder(Path.Combine(_folder.FullName, "missing"))));
    }

    [Fact]
    public void ReadFolder_ARightCase_Passes()
    {
        var text = """[{ "name": "x", "kind": "date", "instant": "2026-03-29T00:30:00Z", "zone": "Europe/Berlin", "expect": "2026-03-29", "note": "more" }]""";

        new VectorTests().Vector_AsComputedByHand_Holds(Assert.Single(Read(text)));
    }

    private IEnumerable<VectorCase> Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "broken.json"), text);
        return VectorFiles.ReadFolder(_folder.FullName);
    }

    private static void AssertFails(VectorCase vector)
    {
        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new VectorTests().Vector_AsComputedByHand_Holds(vector));

        Assert.Contains(vector.File, failure.Message, StringComparison.Ordinal);
    }
}
