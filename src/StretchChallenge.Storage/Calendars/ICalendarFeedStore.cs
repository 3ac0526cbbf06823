using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Calendars;

/// <summary>The secret addresses of people's calendar feeds; each person has at most one.</summary>
public interface ICalendarFeedStore
{
    /// <summary>Gives a person's feed a new secret; the one before is void.</summary>
    Task SaveAsync(UserId user, string secretHash, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Whose feed the secret opens; null where none does.</summary>
    Task<UserId?> FindAsync(string secretHash, CancellationToken cancellationToken = default);

    /// <summary>Revokes a person's feed; harmless where there is none.</summary>
    Task RemoveAsync(UserId user, CancellationToken cancellationToken = default);
}
