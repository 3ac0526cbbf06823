using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Administration;

/// <summary>The settings of the site.</summary>
/// <param name="Registration">Who may register.</param>
public sealed record SiteSettingsView(RegistrationSettings Registration);

/// <summary>The body of <c>PUT /api/admin/settings</c>.</summary>
/// <param name="Registration">Who may register.</param>
public sealed record SiteSettingsChange(RegistrationChange? Registration);

/// <summary>Who may register from now on.</summary>
/// <param name="Policy">Who may.</param>
/// <param name="Domains">The domains of e-mails that may, up to 50; missing or empty for all.</param>
public sealed record RegistrationChange(RegistrationPolicy? Policy, ImmutableArray<string>? Domains = null);

/// <summary>Returns and changes the settings of the site.</summary>
internal static class SettingsEndpoints
{
    private const int MostDomains = 50;
    private const int LongestDomain = 253;

    /// <summary>Answers <c>GET /api/admin/settings</c>.</summary>
    public static async Task<Ok<SiteSettingsView>> GetAsync(SiteSettings settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SiteSettingsView(await settings.GetRegistrationAsync(cancellationToken)));

    /// <summary>Answers <c>PUT /api/admin/settings</c>.</summary>
    public static async Task<Results<Ok<SiteSettingsView>, ProblemHttpResult>> ChangeAsync(
        SiteSettingsChange change, ClaimsPrincipal caller, SiteSettings settings, TimeProvider time)
    {
        var rules = new FieldRules();
        rules.Check(change.Registration is not null, FieldRefusals.Missing("registration"));
        var policy = change.Registration is null ? default : rules.Required("policy", change.Registration.Policy);
        var domains = Domains(rules, change.Registration?.Domains);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var registration = new RegistrationSettings(policy, domains);
        await settings.SetRegistrationAsync(registration, caller.Acting(time));
        return TypedResults.Ok(new SiteSettingsView(registration));
    }

    private static ImmutableArray<string> Domains(FieldRules rules, ImmutableArray<string>? entered)
    {
        if (entered is not { IsDefault: false } list || !rules.Check(list.Length <= MostDomains, AdministrationRefusals.TooManyDomains("domains", MostDomains)))
        {
            return [];
        }

        ImmutableArray<string> domains = [.. list.Select(Clean).Distinct(StringComparer.Ordinal)];
        rules.Check(domains.All(IsDomain), AdministrationRefusals.NotADomain("domains"));
        return domains;
    }

    // People write @example.com too.
    private static string Clean(string? typed) => typed is { Length: <= LongestDomain } ? HostName.ToAscii(typed.Trim().TrimStart('@')) : "";

    private static bool IsDomain(string domain) => domain.Length > 0
        && domain.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length is > 0 and <= 63
            && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
}
