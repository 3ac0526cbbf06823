namespace StretchChallenge.Contracts.Tests.Architecture;

/// <summary>Everything that is refused has a code that clients know.</summary>
public sealed class RefusalTests
{
    private static readonly (string Code, string Place)[] Makers =
    [
        ("new Refusal(", "StretchChallenge.Contracts/Outcomes/Refusal.cs"),
        ("Refusal.Invalid(", "StretchChallenge.Contracts/Refusals/"),
        ("Refusal.NotFound(", "StretchChallenge.Contracts/Refusals/"),
        ("Refusal.Forbidden(", "StretchChallenge.Contracts/Refusals/"),
        ("Refusal.Conflict(", "StretchChallenge.Contracts/Refusals/"),
        ("Refusal.Busy(", "StretchChallenge.Contracts/Refusals/"),
        ("Refusal.Of(", "StretchChallenge.Contracts/Refusals/"),
        ("new HubException(", "StretchChallenge.Server/Live/HubRefusal.cs"),
        ("new HttpValidationProblemDetails(", "nowhere"),
    ];

    [Fact]
    public void Refusals_AreMadeInOnePlace()
    {
        var made = SourceTree.Files().SelectMany(file => Makers
            .Where(maker => !file.StartsWith(maker.Place, StringComparison.Ordinal) && Calls(SourceTree.Read(file), maker.Code))
            .Select(maker => $"{file}: {maker.Code}"));

        Assert.Empty(made);
    }

    // Not HubRefusal.Of, which hands one on.
    private static bool Calls(string source, string code) =>
        source.Split('\n').Any(line => line.IndexOf(code, StringComparison.Ordinal) is >= 0 and var at && (at == 0 || !char.IsLetter(line[at - 1])));
}
