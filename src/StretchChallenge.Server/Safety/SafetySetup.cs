using StretchChallenge.Server.PrivateHealth;

namespace StretchChallenge.Server.Safety;

/// <summary>The safety question: private, and only there to select the routine.</summary>
internal static class SafetySetup
{
    /// <summary>Adds the answers, and the vault in which they lie.</summary>
    public static void AddSafety(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HealthVault>();
        builder.Services.AddSingleton<SafetyAnswers>();
    }
}
