namespace StretchChallenge.Domain.Programme;

/// <summary>A way to do a day's routine; all count the same.</summary>
public enum Variant
{
    /// <summary>In office clothes beside a desk, without the floor.</summary>
    Desk,

    /// <summary>Wherever there is room to lie down.</summary>
    Mat,

    /// <summary>Without standing up from a chair.</summary>
    Seated,
}
