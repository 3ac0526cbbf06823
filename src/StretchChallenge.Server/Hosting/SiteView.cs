namespace StretchChallenge.Server.Hosting;

/// <summary>What this site offers.</summary>
/// <param name="Demo">Whether there is a demo to enter as a guest.</param>
/// <param name="SignUpNeedsSetupCode">Whether an account made now, from where the request came, needs the setup code.</param>
/// <param name="PublicUrl">The address to give to others.</param>
public sealed record SiteView(bool Demo, bool SignUpNeedsSetupCode, Uri PublicUrl);
