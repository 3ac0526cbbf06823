using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Administration;
using StretchChallenge.Server.Challenges;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Accounts;

/// <summary>Whether somebody may register, by the settings of the site. The first person always may.</summary>
internal sealed class RegistrationAdmission(
    SiteSettings settings, IAccountStore accounts, IChallengeStore challenges, IGrainFactory grains)
{
    /// <summary>Why not; null where they may.</summary>
    /// <param name="email">The e-mail; whether it is theirs is not known (see <see cref="RegistrationSettings" />).</param>
    /// <param name="invitation">The invitation code, as it was typed; null without one.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<Refusal?> FindRefusalAsync(string email, string? invitation, CancellationToken cancellationToken)
    {
        var registration = await settings.GetRegistrationAsync(cancellationToken);
        if (registration.IsOpenToAll || !await accounts.AnyPersonAsync(cancellationToken))
        {
            return null;
        }

        if (registration.Policy == RegistrationPolicy.Closed)
        {
            return AdministrationRefusals.RegistrationClosed;
        }

        var host = HostName.ToAscii(email[(email.LastIndexOf('@') + 1)..]);
        if (!registration.Domains.IsEmpty && !registration.Domains.Contains(host))
        {
            return AdministrationRefusals.EmailDomainNotAllowed(string.Join(", ", registration.Domains));
        }

        return registration.Policy == RegistrationPolicy.Invitation ? await CheckInvitationAsync(invitation, cancellationToken) : null;
    }

    private async Task<Refusal?> CheckInvitationAsync(string? invitation, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(invitation))
        {
            return AdministrationRefusals.InvitationNeeded;
        }

        var challenge = await InvitationEndpoints.FindAsync(EnteredCode.Parse(invitation), challenges, grains, cancellationToken);
        return (challenge is null ? null : await challenge.GetStateAsync(cancellationToken)) switch
        {
            null => ChallengeRefusals.UnknownCode(CodeKind.Invitation).At("invitation"),
            { } state when state.IsOver() => ChallengeRefusals.ChallengeOver.At("invitation"),
            _ => null,
        };
    }
}
