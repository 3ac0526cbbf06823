namespace StretchChallenge.Domain.Sessions;

/// <summary>A command that a session obeyed.</summary>
/// <param name="Command">What was asked.</param>
/// <param name="At">The instant, in Unix milliseconds of the server's clock.</param>
public readonly record struct SessionEvent(SessionCommand Command, long At);
