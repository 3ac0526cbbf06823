using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>Which exercises a variant may have.</summary>
internal static class VariantFit
{
    /// <summary>Whether the exercise can be done in the variant.</summary>
    public static bool Allows(this Variant variant, Exercise exercise) => variant switch
    {
        Variant.Desk => exercise.Desk,
        Variant.Mat => true,
        Variant.Seated => exercise.Seated,
    };
}
