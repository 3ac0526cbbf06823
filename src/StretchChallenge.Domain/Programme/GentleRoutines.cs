namespace StretchChallenge.Domain.Programme;

/// <summary>What people with a disc injury do instead of everything else: no hamstring stretch, and the same credit.</summary>
public static class GentleRoutines
{
    /// <summary>The one for a mat.</summary>
    public const string OnAMat = "gentle";

    /// <summary>The one for a desk, which is done sitting.</summary>
    public const string AtADesk = "gentle-desk";

    /// <summary>The id of the gentle routine in a variant.</summary>
    public static string IdFor(Variant variant) => variant switch
    {
        Variant.Mat => OnAMat,
        Variant.Desk or Variant.Seated => AtADesk,
    };
}
