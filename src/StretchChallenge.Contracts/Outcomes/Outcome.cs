using System.Diagnostics.CodeAnalysis;

namespace StretchChallenge.Contracts.Outcomes;

/// <summary>The result of a command: its answer, or the reason why nothing was done.</summary>
[GenerateSerializer, Immutable, Alias("Outcome`1")]
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    /// <summary>The answer of a command that was carried out.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A command that was not carried out.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    /// <summary>Whether the command was refused; else there is a value.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        refusal = Refusal;
        value = Value;
        return refusal is not null;
    }
}
