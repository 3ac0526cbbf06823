using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using StretchChallenge.Domain;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>Turns runs into tokens that only the server can make, and only the same person can use.</summary>
internal sealed class RunTokens(IDataProtectionProvider protection)
{
    /// <summary>The token of a person's run.</summary>
    public string Protect(UserId user, Run run) => ProtectorOf(user).Protect(JsonSerializer.Serialize(run));

    /// <summary>The run of a token; null where it is not one of this person's.</summary>
    public Run? Unprotect(UserId user, string token)
    {
        try
        {
            return JsonSerializer.Deserialize<Run>(ProtectorOf(user).Unprotect(token));
        }
        catch (CryptographicException)
        {
            // Made up, damaged, or somebody else's: to this person there is no such run.
            return null;
        }
    }

    private IDataProtector ProtectorOf(UserId user) => protection.CreateProtector("run", user.Value);
}
