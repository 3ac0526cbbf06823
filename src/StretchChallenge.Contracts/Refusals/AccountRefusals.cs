using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals about accounts and what belongs to one person alone.</summary>
public static class AccountRefusals
{
    /// <summary>Sign-in failed. The answer is the same for every reason.</summary>
    public static Refusal SignInFailed { get; } =
        Refusal.Of(RefusalKind.NotSignedIn, "The e-mail or the password is wrong. Check both and try again.");

    /// <summary>A registration of the first account without the setup code.</summary>
    public static Refusal SetupCodeNeeded { get; } =
        Refusal.Forbidden("Nobody has an account here yet. The server printed a setup code when it started: enter it.").At("setupCode");

    /// <summary>A registration of the first account with another code than the server's.</summary>
    public static Refusal SetupCodeWrong { get; } = Refusal.Forbidden(
        "The setup code is another one. Enter the 16 letters and digits that the server printed when it was last started.").At("setupCode");

    /// <summary>Another account has this e-mail.</summary>
    public static Refusal EmailTaken { get; } =
        Refusal.Conflict("This e-mail has an account already. Sign in with it, or register with another e-mail.").At("email");

    /// <summary>There is no such account.</summary>
    public static Refusal UnknownPerson { get; } = Refusal.NotFound("There is no such account.");

    /// <summary>The password that confirms a change of the account is wrong.</summary>
    public static Refusal PasswordWrong(string field) => Refusal.Invalid("This is not your password.").At(field);

    /// <summary>A password with too few characters.</summary>
    public static Refusal PasswordTooShort(string field, int least) =>
        Refusal.Invalid($"A password needs at least {least} characters.").At(field).With("least", least);

    /// <summary>A password with too many characters.</summary>
    public static Refusal PasswordTooLong(string field, int most) =>
        Refusal.Invalid($"A password may have up to {most} characters.").At(field).With("most", most);

    /// <summary>One of the most common passwords.</summary>
    public static Refusal PasswordTooCommon(string field) =>
        Refusal.Invalid("This password is one of the first that anybody would try. Choose another.").At(field);

    /// <summary>A password that is the person's name or e-mail.</summary>
    public static Refusal PasswordIsAName(string field) => Refusal.Invalid("Choose a password other than your name or e-mail.").At(field);

    /// <summary>Something that needs a sign-in of the last minutes.</summary>
    public static Refusal FreshSignInNeeded { get; } =
        Refusal.Forbidden("Confirm that it is you first: it is a while since you signed in.");

    /// <summary>A sign-in by a passkey that is unknown, replayed, or made for another site. The answer is the same for every reason.</summary>
    public static Refusal PasskeyRefused { get; } =
        Refusal.Of(RefusalKind.NotSignedIn, "This passkey was not accepted. Try again, or sign in another way.");

    /// <summary>A passkey that cannot be added, or does not confirm who somebody is.</summary>
    public static Refusal PasskeyInvalid(string field) =>
        Refusal.Invalid("This passkey was not accepted. Try again, or use another one.").At(field);

    /// <summary>More passkeys than an account may have.</summary>
    public static Refusal TooManyPasskeys(int most) =>
        Refusal.Conflict($"An account may have up to {most} passkeys. Remove one that you no longer use first.").With("most", most);

    /// <summary>There is no such passkey.</summary>
    public static Refusal UnknownPasskey { get; } = Refusal.NotFound("You have no such passkey, or not any more.");

    /// <summary>The removal of what somebody last signs in by.</summary>
    public static Refusal LastSignInMeans { get; } =
        Refusal.Conflict("You could not sign in any more without it. Add another passkey or set a password first.");

    /// <summary>A calendar's address that does not hold.</summary>
    public static Refusal UnknownCalendar { get; } = Refusal.NotFound("This calendar does not exist, or not any more.");

    /// <summary>An answer to the safety question that cannot be decrypted any more.</summary>
    public static Refusal UnreadableAnswer { get; } = Refusal.Conflict(
        "Your earlier answer can no longer be read on this server. Please answer the safety question again, or delete the answer.").At("discInjury");

    /// <summary>A self-test without a value.</summary>
    public static Refusal NoMeasurement { get; } =
        Refusal.Invalid("Enter at least one of 'straightLegRaise', 'sitAndReach' and 'backFeeling'.").At("straightLegRaise");

    /// <summary>More results of self-tests than are kept.</summary>
    public static Refusal TooManyResults(int most) => Refusal
        .Conflict($"You have {most} results already. Delete some that you no longer need, then enter this one.").With("most", most);

    /// <summary>There is no such result of a self-test.</summary>
    public static Refusal UnknownResult { get; } = Refusal.NotFound("You have no result of this id.");
}
