using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The id of a routine in each variant; all count the same.</summary>
public sealed record VariantRoutines(string Desk, string Mat, string Seated)
{
    /// <summary>The ids that a rule gives for each variant.</summary>
    public static VariantRoutines Of(Func<Variant, string> idFor) =>
        new(idFor(Variant.Desk), idFor(Variant.Mat), idFor(Variant.Seated));
}
