using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Administration;

namespace StretchChallenge.Server.Administration;

/// <summary>Who may register.</summary>
public enum RegistrationPolicy
{
    /// <summary>Anybody.</summary>
    Open,

    /// <summary>Who has the invitation code of a challenge.</summary>
    Invitation,

    /// <summary>Nobody.</summary>
    Closed,
}

/// <summary>The settings of registration. The first account can always be made.</summary>
/// <param name="Policy">Who may register.</param>
/// <param name="Domains">
/// The domains of e-mails that may register, in IDNA; empty for all. As long as e-mails are not confirmed, anybody can type an
/// address of such a domain: until then this prevents mistakes, and proves nothing.
/// </param>
public sealed record RegistrationSettings(RegistrationPolicy Policy, ImmutableArray<string> Domains)
{
    /// <summary>Whether it lets everybody register.</summary>
    [JsonIgnore]
    public bool IsOpenToAll => Policy == RegistrationPolicy.Open && Domains.IsEmpty;
}

/// <summary>
/// What administrators set for the whole site. It is in the database, which all nodes share; each keeps what it read for
/// <see cref="MaxAge" />.
/// </summary>
internal sealed class SiteSettings(ISiteSettingStore store, TimeProvider time)
{
    /// <summary>How long a change that was made through another node may go unnoticed.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private const string Registration = "registration";

    private static readonly RegistrationSettings Default = new(RegistrationPolicy.Open, []);
    private static readonly JsonSerializerOptions Json = CreateJson();

    private volatile Reading? _reading;

    /// <summary>The settings of registration.</summary>
    public async ValueTask<RegistrationSettings> GetRegistrationAsync(CancellationToken cancellationToken)
    {
        if (_reading is { } last && time.GetUtcNow() - last.At is var age && age >= TimeSpan.Zero && age < MaxAge)
        {
            return last.Registration;
        }

        var value = await store.FindAsync(Registration, cancellationToken);
        var registration = value is null ? Default : JsonSerializer.Deserialize<RegistrationSettings>(value, Json)!;
        _reading = new Reading(registration, time.GetUtcNow());
        return registration;
    }

    /// <summary>Saves the settings of registration.</summary>
    public async Task SetRegistrationAsync(RegistrationSettings registration, AuditActor by)
    {
        await store.SaveAsync(Registration, JsonSerializer.Serialize(registration, Json), "registrationChanged", by);
        _reading = new Reading(registration, time.GetUtcNow());
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonDefaults.Apply(options);
        return options;
    }

    private sealed record Reading(RegistrationSettings Registration, DateTimeOffset At);
}
