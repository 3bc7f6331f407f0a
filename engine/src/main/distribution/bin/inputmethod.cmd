@echo off
rem Starts the batch tool with the libraries beside this script.
setlocal
set "JAVA=java"
if not "%JAVA_HOME%"=="" goto home
where java >nul 2>nul
if errorlevel 1 goto missing
goto found
:home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" goto missing
:found
rem Java 8 calls itself 1.8. A java without a version is tried.
set "VERSION=17"
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "VERSION=%%m"
if %VERSION% LSS 17 (
  echo inputmethod: "%JAVA%" is too old; install a JDK ^(17 or newer^), or set JAVA_HOME to one 1>&2
  exit /b 2
)
"%JAVA%" %INPUTMETHOD_OPTS% -Djava.awt.headless=true -cp "%~dp0..\lib\*" dev.inputmethod.batch.InputMethod %*
exit /b %ERRORLEVEL%
:missing
echo inputmethod: there is no Java; install a JDK ^(17 or newer^), or set JAVA_HOME to one 1>&2
exit /b 2
