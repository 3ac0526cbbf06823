using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>What a test expects to become of a command.</summary>
internal static class OutcomeAssertions
{
    /// <summary>The answer of a command that must have been carried out.</summary>
    public static T Answer<T>(this Outcome<T> outcome)
        where T : class
    {
        Assert.Null(outcome.Refusal);
        return Assert.IsType<T>(outcome.Value);
    }

    /// <summary>The command must have been refused, for this reason.</summary>
    public static void IsRefused<T>(this Outcome<T> outcome, RefusalKind kind, string code)
        where T : class
    {
        Assert.Null(outcome.Value);
        outcome.Refusal.IsFor(kind, code);
    }

    /// <summary>The refusal must be for this reason.</summary>
    public static void IsFor(this Refusal? refusal, RefusalKind kind, string code)
    {
        Assert.NotNull(refusal);
        Assert.Equal((kind, code), (refusal.Kind, refusal.Code));
        Assert.NotEmpty(refusal.Detail);
    }
}
