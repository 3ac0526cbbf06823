namespace StretchChallenge.EndToEnd.Stage;

/// <summary>What somebody looks at the site with.</summary>
public enum Device
{
    /// <summary>A wide screen and a mouse.</summary>
    Desk,

    /// <summary>A narrow screen that is touched.</summary>
    Phone,
}
